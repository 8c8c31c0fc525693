import { beforeEach, vi } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void;

/** An extension storage area in memory, with the events that our code listens to. */
function area() {
  let values: Record<string, unknown> = {};
  const listeners = new Set<Listener>();
  return {
    reset() {
      values = {};
      listeners.clear();
    },
    async get(keys?: string | string[] | null) {
      const wanted = keys === undefined || keys === null ? Object.keys(values) : [keys].flat();
      return structuredClone(
        Object.fromEntries(wanted.filter((key) => key in values).map((key) => [key, values[key]])),
      );
    },
    async set(change: Record<string, unknown>) {
      const changes = Object.fromEntries(
        Object.entries(change).map(([key, newValue]) => [key, { oldValue: values[key], newValue }]),
      );
      values = { ...values, ...structuredClone(change) };
      for (const listener of listeners) listener(changes);
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete values[key];
    },
    async setAccessLevel() {},
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  };
}

const local = area();
const session = area();

/** What the tests of one file see as the browser: words, two storage areas, one window. */
const fake = {
  runtime: {
    id: 'peerside',
    getURL: (path: string) => `chrome-extension://peerside${path}`,
    openOptionsPage: vi.fn(),
    getManifest: () => ({ version: '0.1.0' }),
  },
  i18n: {
    getMessage(word: string, values: string[] = []) {
      const entry = (messages as Record<string, { message: string } | undefined>)[word];
      return (entry?.message ?? '').replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
    },
    getUILanguage: () => 'en-GB',
  },
  storage: { local, session },
  windows: { WINDOW_ID_NONE: -1, getCurrent: async () => ({ id: 1 }) },
  commands: {
    getAll: async () => [
      { name: '_execute_action', shortcut: 'Alt+Shift+K' },
      { name: 'open-panel', shortcut: '' },
    ],
  },
  tabs: { create: vi.fn(), query: vi.fn(async () => []), sendMessage: vi.fn() },
  sidePanel: { open: vi.fn(async () => {}) },
};

vi.stubGlobal('chrome', fake);
vi.stubGlobal('browser', fake);

beforeEach(() => {
  local.reset();
  session.reset();
});

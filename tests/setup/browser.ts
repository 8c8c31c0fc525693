import { afterAll, beforeEach, expect, vi } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import './clone.ts';
import { fakeLocks } from './locks.ts';

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void;

/** A value as extension storage gives it back: the browser sorts the members of objects. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, stored(member)]),
  );
}

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
      values = { ...values, ...(stored(change) as Record<string, unknown>) };
      for (const listener of listeners) listener(changes);
    },
    async remove(keys: string | string[]) {
      const gone = [keys].flat().filter((key) => key in values);
      const changes = Object.fromEntries(gone.map((key) => [key, { oldValue: values[key] }]));
      for (const key of gone) delete values[key];
      if (gone.length > 0) for (const listener of listeners) listener(changes);
    },
    async clear() {
      values = {};
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
const locks = fakeLocks();

/** An event of the browser that tests raise by `raise()`. */
function event() {
  const listeners = new Set<() => void>();
  return {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
    raise: () => {
      for (const listener of listeners) listener();
    },
  };
}

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
  permissions: {
    contains: vi.fn(async () => true),
    request: vi.fn(async () => true),
    onAdded: event(),
    onRemoved: event(),
  },
  tabs: { create: vi.fn(), query: vi.fn(async () => []), sendMessage: vi.fn() },
  sidePanel: { open: vi.fn(async () => {}) },
};

/*
 * The files of a worker follow each other in one process: starting one for each costs more than the tests. Each begins
 * as if it were the first, with modules of our own evaluated anew, this browser, no database and an empty page. What is
 * not ours (wxt/browser) keeps the object that it saw first, so that one stays and gets new contents.
 */
const shared = globalThis as { chrome?: object; browser?: object };
const seen = (shared.browser ?? {}) as Record<string, unknown>;
for (const name of Object.keys(seen)) delete seen[name];
Object.assign(shared, { chrome: Object.assign(seen, fake), browser: seen });
Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
vi.resetModules();
await noDatabases();
if (typeof document !== 'undefined') {
  emptyPage();
  timersOfPage();
}

beforeEach(() => {
  local.reset();
  session.reset();
  locks.reset();
});

const clock = () => [Date, setTimeout, setInterval, globalThis.requestAnimationFrame];
const ofFile = clock();
afterAll(() => {
  // Stubs first: one that was made over a false clock would put that clock's functions back.
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  // A false clock that is left stands still for all files that follow.
  for (const [index, part] of clock().entries()) expect(part).toBe(ofFile[index]);
});

/** Deletes what the file before has stored: its connections let go when they are asked to. */
async function noDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase(name ?? '');
      request.onsuccess = () => done();
      request.onerror = () => failed(request.error);
    });
  }
}

function emptyPage(): void {
  document.head.replaceChildren();
  document.body.replaceChildren();
  // What a test has left beside them, too: a root with the focus in it breaks every other root's `activeElement` (Happy DOM).
  document.documentElement.replaceChildren(document.head, document.body);
  for (const element of [document.documentElement, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  location.hash = '';
}

/** Has timers do nothing once their page is gone, as in a browser: after the last file of a worker its functions are gone, too. */
function timersOfPage(): void {
  const real = { setTimeout, setInterval };
  const ofPage =
    (begin: typeof setTimeout | typeof setInterval) =>
    (run: (...given: unknown[]) => void, ...rest: [ms?: number, ...given: unknown[]]) =>
      begin(
        (...given: unknown[]) => {
          if (typeof document !== 'undefined') run(...given);
        },
        ...rest,
      );
  Object.assign(globalThis, {
    setTimeout: ofPage(setTimeout),
    setInterval: ofPage(setInterval),
  });
  afterAll(() => void Object.assign(globalThis, real));
}

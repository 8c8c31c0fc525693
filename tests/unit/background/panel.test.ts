import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPanel } from '../../../entrypoints/background/panel.ts';
import type { Sender } from '../../../storage/message-contract.ts';

const page = {
  id: 'peerside',
  frameId: 0,
  origin: 'https://calendar.google.com',
  tab: { id: 7, windowId: 1 },
} as unknown as Sender;
const prepare = { peerside: 'prepare', body: {} };
const open = vi.mocked(browser.sidePanel.open);

beforeEach(() => {
  open.mockReset();
  open.mockResolvedValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

test('opens the panel of the tab in the same turn, as the click’s permission asks', async () => {
  const opening = openPanel(prepare, page);
  expect(open).toHaveBeenCalledExactlyOnceWith({ tabId: 7 });
  expect(await opening).toBe(true);
});

test('a refusal is false, and logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  open.mockRejectedValueOnce(new Error('no gesture'));
  expect(await openPanel(prepare, page)).toBe(false);
  expect(log).toHaveBeenCalledOnce();
});

test('without a side panel, as in Firefox, it is false', async () => {
  const panel = browser.sidePanel;
  Object.assign(browser, { sidePanel: undefined });
  expect(await openPanel(prepare, page)).toBe(false);
  Object.assign(browser, { sidePanel: panel });
});

describe('it stays shut for', () => {
  test.each([
    ['another message', { peerside: 'opened', body: {} }, {}],
    ['no message', null, {}],
    ['another site', prepare, { origin: 'https://evil.example', url: 'https://evil.example' }],
    ['a frame inside the page', prepare, { frameId: 2 }],
    ['another extension', prepare, { id: 'other' }],
  ])('%s', (_, message, difference) => {
    expect(openPanel(message, { ...page, ...difference } as Sender)).toBeUndefined();
    expect(open).not.toHaveBeenCalled();
  });
});

import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { unpack } from '../../storage/packed.ts';
import { byRole } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/* The same brief, question set or capture in two windows, with the browser's own locks. */

const peerside = withPeerside();

/** The texts of all drafts that lie in the extension's storage. */
const kept = async (page: Page) => {
  const all = await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get: (all: null) => Promise<Record<string, unknown>> } } };
    };
    return chrome.storage.local.get(null);
  });
  const drafts = Object.entries(all).filter(([key]) => key.startsWith('draft '));
  return drafts
    .map(([, stored]) => unpack(stored) as string | { text: string })
    .map((draft) => (typeof draft === 'string' ? draft : draft.text))
    .sort();
};

const fieldOf = (name: string) => `:is(input, textarea)[aria-label^="${name}"]`;
const field = (page: Page, name: string) =>
  page.waitForSelector(fieldOf(name), { timeout: 15_000 }) as Promise<ElementHandle<HTMLInputElement>>;

/** Closes a window as a person does: it hears of it. */
async function close(page: Page): Promise<void> {
  const closed = new Promise((done) => page.once('close', done));
  await page.close({ runBeforeUnload: true });
  await closed;
}

/** The brief of the next meeting, in a panel of its own. */
async function brief(): Promise<Page> {
  const page = await peerside.current.open('sidepanel.html');
  await (await page.waitForSelector('button[aria-label^="Prepare for "]', { timeout: 15_000 }))?.click();
  await byRole(page, 'button', 'Add something to raise');
  return page;
}

// A test that failed has left its windows, and what was begun in them.
afterEach(async () => {
  const page = await popup();
  for (const other of await peerside.current.browser.pages()) {
    if (other !== page && other.url().startsWith('chrome-extension:')) await other.close();
  }
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { clear: () => Promise<void> } } };
    };
    return chrome.storage.local.clear();
  });
  await page.close();
});

const set = () => peerside.current.open('options.html#question-sets');
const popup = () => peerside.current.open('popup.html');

test.each<[string, () => Promise<Page>, string | undefined, string]>([
  ['a brief', brief, 'Add something to raise', 'What do you want to talk about?'],
  ['a question set', set, 'Add a question', 'Add a question'],
  ['capture', popup, undefined, 'A thought'],
])(
  '%s in two windows: what was begun in each is there again after both were closed',
  async (_, open, plus, line) => {
    const windows = [await open(), await open()];
    for (const [index, page] of windows.entries()) {
      await page.bringToFront();
      // By the keyboard: what stands at the foot of a page may lie over it.
      if (plus) await (await byRole(page, 'button', plus)).press('Enter');
      await (await field(page, line)).type(`begun in window ${index + 1}`);
    }
    const begun = ['begun in window 1', 'begun in window 2'];
    await expect.poll(() => kept(windows[0] as Page)).toEqual(begun);
    for (const page of windows) {
      await page.bringToFront();
      await (await field(page, line)).type('!');
      // Closed before the pause after which it is written.
      await close(page);
    }
    const again = [await open(), await open()];
    // Read as they are: a window behind another has no frames, and nothing can be waited for in it.
    const shown = async () => {
      const values = again.map((page) =>
        page.$$eval(fieldOf(line), ([one]) => (one as HTMLInputElement)?.value),
      );
      return (await Promise.all(values)).sort();
    };
    await expect.poll(shown).toEqual(begun.map((text) => `${text}!`));
    for (const page of again) await page.close();
  },
);

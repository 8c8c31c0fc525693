import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/*
 * A disk without room. An extension that may store without limit is given no quota that a test could lower, so the database
 * of the page refuses as it does then: each write with a QuotaExceededError.
 */

const peerside = withPeerside();

/** Lets every write of this page fail, as with a full disk. */
function fill(page: Page): Promise<void> {
  return page.evaluate(() => {
    const full = function put(this: IDBObjectStore) {
      // A refused request comes to its transaction, which is taken back.
      this.transaction.abort();
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full as never;
    IDBObjectStore.prototype.add = full as never;
  });
}

async function openBrief(): Promise<Page> {
  const panel = await peerside.current.open('sidepanel.html');
  const prepare = await panel.waitForSelector('button[aria-label^="Prepare for Steve"]', { timeout: 15_000 });
  // Today still grows above it.
  await prepare?.evaluate((button) => (button as HTMLElement).click());
  await panel.waitForSelector('#note');
  return panel;
}

const note = (panel: Page) =>
  panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('#note')?.value ?? '');
const waiting = (panel: Page) =>
  panel.evaluate(async () =>
    JSON.stringify(
      Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith('unsaved ')),
    ),
  );

test('the text stays on the screen and in the other store, the panel says what to do, and the next opening writes it', async () => {
  const panel = await openBrief();
  await panel.focus('#note');
  await panel.keyboard.type('Before it was full. ');
  await panel.waitForFunction(() => document.querySelector('.foot [role=status]')?.textContent === 'Saved');
  await fill(panel);
  await panel.keyboard.type('Do not lose me');
  await sees(panel, 'Not saved since');
  await sees(panel, 'make room on it');
  await byRole(panel, 'button', 'Copy my text');
  expect(await note(panel)).toContain('Before it was full. Do not lose me');
  await expect.poll(() => waiting(panel)).toContain('Do not lose me');
  // It goes on while one types on.
  await panel.keyboard.type(', nor me');
  await expect.poll(() => waiting(panel)).toContain('Do not lose me, nor me');
  await panel.close({ runBeforeUnload: false });

  // There is room again.
  const again = await openBrief();
  await expect.poll(() => note(again)).toContain('Before it was full. Do not lose me, nor me');
  await expect.poll(() => waiting(again)).toBe('[]');
  await again.close();
});

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/* One note in two windows that are typed in at the same moment. */

const peerside = withPeerside();

async function brief(): Promise<Page> {
  const page = await peerside.current.open('sidepanel.html');
  await (await page.waitForSelector('button[aria-label^="Prepare for "]', { timeout: 15_000 }))?.click();
  await byRole(page, 'button', 'Add something to raise');
  await (await page.waitForSelector('#note'))?.focus();
  return page;
}

/** A key where the caret stands, also in a window behind another. */
const press = (page: Page, letter: string) =>
  page.$eval(
    '#note',
    (one, text) => {
      const field = one as HTMLTextAreaElement;
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    letter,
  );
const shown = (page: Page) => page.$eval('#note', (one) => (one as HTMLTextAreaElement).value);

test.each([20, 150])(
  'keys in turn, %i ms apart: each letter stands there once, in both windows',
  async (pause) => {
    const windows = [await brief(), await brief()] as const;
    const typed = ['abcdefghij', '0123456789'] as const;
    for (let at = 0; at < 10; at += 1) {
      for (const [index, page] of windows.entries()) {
        await press(page, typed[index]?.[at] ?? '');
        await new Promise((done) => setTimeout(done, pause));
      }
    }
    // Both texts, and at most an empty line between them: nothing has piled up.
    const letters = async () => {
      const [one, two] = await Promise.all(windows.map(shown));
      return one === two && one && one.length <= 22 ? [...one.replaceAll('\n', '')].sort().join('') : '';
    };
    await expect.poll(letters).toBe('0123456789abcdefghij');
    for (const page of windows) {
      await page.$eval('#note', (one) => {
        const field = one as HTMLTextAreaElement;
        field.value = '';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await expect.poll(() => shown(page)).toBe('');
    }
    for (const page of windows) await page.close();
  },
  60_000,
);

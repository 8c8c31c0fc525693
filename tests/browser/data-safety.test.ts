import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/* What keeps the data, tried by doing the damage: the tests of this file follow each other in one browser. */

const peerside = withPeerside();
const downloads = mkdtempSync(join(tmpdir(), 'peerside-downloads-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

const openData = () => peerside.current.open('options.html#data');
const press = async (page: Page, name: string) => (await byRole(page, 'button', name)).click();

/** Empties stores of the database behind Peerside's back, as a fault of the browser does. */
function lose(page: Page, ...stores: string[]): Promise<void> {
  return page.evaluate(async (names) => {
    const opening = indexedDB.open('peerside');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const all = names.length > 0 ? names : [...opening.result.objectStoreNames];
    const transaction = opening.result.transaction(all, 'readwrite');
    for (const name of all) transaction.objectStore(name).clear();
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    opening.result.close();
  }, stores);
}

/** How many rows a store holds. */
function count(page: Page, store: string): Promise<number> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open('peerside');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const counting = opening.result.transaction(name).objectStore(name).count();
    await new Promise((done) => {
      counting.onsuccess = done;
    });
    opening.result.close();
    return counting.result;
  }, store);
}

async function choose(page: Page, file: string): Promise<void> {
  const input = await page.waitForSelector('input[type=file][aria-label="Backup file"]');
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(file);
}

const saved = () => readdirSync(downloads).filter((name) => name.endsWith('.peerside'));
let file = '';

test('saves a backup, read back before it is called done, and shows its age', async () => {
  const session = await peerside.current.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const page = await openData();
  await sees(page, 'Not yet');
  await press(page, 'Save a backup');
  await sees(page, 'read back and whole');
  await sees(page, 'Backed up today');
  await expect.poll(saved).toHaveLength(1);
  file = join(downloads, saved()[0] ?? '');
  await page.close();
});

test('shows what a backup would change, and brings back what was lost', async () => {
  const page = await openData();
  await lose(page, 'facts');
  await choose(page, file);
  await sees(page, 'What would change here');
  expect(await count(page, 'facts')).toBe(0);
  await press(page, 'Bring together');
  await sees(page, 'Restored');
  expect(await count(page, 'facts')).toBe(7);
  // What was there before is kept, as a copy to go back to.
  await sees(page, 'before a backup was brought in');
  await page.close();
});

test('locks a backup: a wrong passphrase is told from a right one', async () => {
  const page = await openData();
  await page.click('input[type=checkbox]');
  await page.type('input[autocomplete="new-password"]', 'correct horse');
  const [, again] = await page.$$('input[autocomplete="new-password"]');
  await again?.type('correct horse');
  await press(page, 'Save a backup');
  await sees(page, 'read back and whole');
  await expect.poll(saved).toHaveLength(2);
  const locked = saved().find((name) => join(downloads, name) !== file) ?? '';
  await choose(page, join(downloads, locked));
  await page.waitForSelector('input[autocomplete="current-password"]');
  await page.type('input[autocomplete="current-password"]', 'wrong horse');
  await press(page, 'Open');
  await sees(page, 'Not the passphrase of this file');
  await page.click('input[autocomplete="current-password"]', { count: 3 });
  await page.type('input[autocomplete="current-password"]', 'correct horse');
  await press(page, 'Open');
  await sees(page, 'All of this is here already');
  await page.close();
});

test('an emptied database is noticed: nobody is greeted as new, and the last copy brings all back', async () => {
  const page = await openData();
  await press(page, 'Keep a copy now');
  await sees(page, 'of that day');
  const before = await count(page, 'notes');
  expect(before).toBeGreaterThan(10);
  // What is told outside follows the writes after a moment.
  await page.waitForFunction(
    async () =>
      ((await chrome.storage.local.get('sentinel')) as { sentinel?: { counts: { notes: number } } }).sentinel
        ?.counts.notes === 16,
  );
  await lose(page);
  await page.close();

  const panel = await peerside.current.open('sidepanel.html');
  await sees(panel, 'Your notes are not where they were');
  await sees(panel, 'Of the');
  expect(await panel.evaluate(() => document.body.textContent?.includes('Try it with sample people'))).toBe(
    false,
  );
  await panel.close();

  const options = await openData();
  await sees(options, 'Your notes are not where they were');
  await press(options, 'Look at the last copy');
  await sees(options, 'What would change here');
  await press(options, 'Bring together');
  await sees(options, 'Restored');
  expect(await count(options, 'notes')).toBe(before);
  await options.reload();
  await sees(options, 'Backed up');
  expect(await options.evaluate(() => document.body.textContent?.includes('not where they were'))).toBe(
    false,
  );
  await options.close();
});

test('a database that is gone altogether is noticed too', async () => {
  const page = await peerside.current.open('icon/16.png');
  await peerside.current.stopWorker();
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const deleting = indexedDB.deleteDatabase('peerside');
        deleting.onsuccess = done;
        deleting.onerror = failed;
      }),
  );
  const panel = await peerside.current.open('sidepanel.html');
  await sees(panel, 'Your notes are not where they were');
  await panel.close();
  const options = await openData();
  await choose(options, file);
  await sees(options, 'What would change here');
  await press(options, 'Bring together');
  await sees(options, 'Restored');
  expect(await count(options, 'people')).toBe(9);
  await options.close();
  await page.close();
});

test('writes dated copies into a picked folder, reads them back, and remembers the folder', async () => {
  const page = await openData();
  // The browser's own dialog cannot be driven: a folder of the page's private files stands for the one picked.
  await page.evaluate(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    });
  });
  await press(page, 'Pick a folder');
  await sees(page, 'Saved to Backups, read back and whole');
  const inFolder = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups');
      const names: string[] = [];
      for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys())
        names.push(name);
      return names;
    });
  const [name] = await inFolder();
  expect(name).toMatch(/^peerside-\d{4}-\d\d-\d\d-\d{6}\.peerside$/);
  await page.reload();
  await sees(page, 'a copy goes to the folder “Backups”');
  await press(page, 'Stop');
  await byRole(page, 'button', 'Pick a folder');
  expect(await inFolder()).toEqual([name]);
  await page.close();
});

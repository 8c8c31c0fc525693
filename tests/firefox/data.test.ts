import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from '../browser/harness.ts';
import { addSamplePeople, withFirefox } from './harness.ts';

/* Backups in Firefox, which saves them as downloads: the tests of this file follow each other in one browser. */

const firefox = withFirefox();
const PASSPHRASE = 'correct horse';
let page: Page;
let plain = '';

const saved = () => readdirSync(firefox.current.downloads).filter((name) => name.endsWith('.peerside'));
const press = async (name: string) => (await byRole(page, 'button', name)).click();
async function choose(file: string): Promise<void> {
  const input = await page.waitForSelector('input[type=file][aria-label="Backup file"]');
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
    join(firefox.current.downloads, file),
  );
}

/** How many rows a store holds; emptied before, when told, behind Peerside's back. */
function rows(store: string, empty = false): Promise<number> {
  return page.evaluate(
    async (name, isEmptied) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const opened = await done(indexedDB.open('peerside'));
      const table = opened.transaction(name, 'readwrite').objectStore(name);
      if (isEmptied) await done(table.clear());
      const count = await done(table.count());
      opened.close();
      return count;
    },
    store,
    empty,
  );
}

test('saves a backup, read back before it is called done, and shows its age', async () => {
  page = await addSamplePeople(firefox.current);
  await page.evaluate(() => {
    location.hash = '#data';
  });
  await sees(page, 'Not backed up yet');
  await press('Save a backup');
  await sees(page, 'read back and whole');
  await sees(page, 'Backed up today');
  await expect.poll(saved).toHaveLength(1);
  plain = saved()[0] ?? '';
});

test('shows what a backup would change, and brings the lost people back', async () => {
  expect(await rows('people')).toBe(9);
  expect(await rows('people', true)).toBe(0);
  await choose(plain);
  await sees(page, 'What would change here');
  expect(await rows('people')).toBe(0);
  await press('Bring together');
  await sees(page, 'Restored');
  expect(await rows('people')).toBe(9);
  await sees(page, 'before a backup was brought in');
  await page.evaluate(() => {
    location.hash = '#people';
  });
  await sees(page, 'Steve Tan');
});

test('locks a backup: no name lies in it, a wrong passphrase is told from a right one', async () => {
  await page.evaluate(() => {
    location.hash = '#data';
  });
  await (await byRole(page, 'checkbox', 'Lock the file with a passphrase')).click();
  for (const field of await page.$$('input[autocomplete="new-password"]')) await field.type(PASSPHRASE);
  await press('Save a backup');
  await sees(page, 'read back and whole');
  await expect.poll(saved).toHaveLength(2);
  const locked = saved().find((name) => name !== plain) ?? '';
  expect(readFileSync(join(firefox.current.downloads, locked)).includes('Steve Tan')).toBe(false);
  expect(await rows('people', true)).toBe(0);
  await choose(locked);
  const field = 'input[autocomplete="current-password"]';
  await page.waitForSelector(field);
  await page.type(field, 'wrong horse');
  await press('Open');
  await sees(page, 'Not the passphrase of this file');
  await page.click(field, { count: 3 });
  await page.type(field, PASSPHRASE);
  await press('Open');
  await sees(page, 'What would change here');
  await press('Bring together');
  // What was said of the first one may stand there still.
  await expect.poll(() => rows('people')).toBe(9);
});

test('in all of this nothing was thrown', async () => {
  expect(await firefox.current.errors()).toEqual([]);
});

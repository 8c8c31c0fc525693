import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { byRole, launch, type Peerside, sees } from './harness.ts';
import { ownBuild } from './own-build.ts';
import { pageParts, waitForMarks } from './page-parts.ts';
import { addSamplePeople } from './with-peerside.ts';

/* The lock in the built extension, over restarts of one profile; the tests of this file follow each other. */

const own = ownBuild();
const { profile } = own.start;
let peerside: Peerside;
afterAll(async () => {
  await peerside?.close();
  own.remove();
});

const press = async (page: Page, name: string) => (await byRole(page, 'button', name)).click();
/** Written after the lock was put on. */
const LATER = 'MARKERLATER7K3Q';
/** Written before. */
const BEFORE = 'MARKERBEFORE9Z2W';

/** The files of the profile that hold a text, in UTF-8 or in the two bytes a letter that browsers store texts in. */
function filesWith(text: string): string[] {
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(profile, file);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return wanted.some((one) => bytes.includes(one));
  });
}

/** Adds somebody of this name. */
async function add(page: Page, name: string): Promise<void> {
  await press(page, 'Add a person');
  await (await byRole(page, 'textbox', 'Name')).type(name);
  await press(page, 'Add');
  await sees(page, name);
}

async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  await page.waitForSelector('input[type=password]');
  await page.click('input[type=password]', { count: 3 });
  await page.type('input[type=password]', passphrase);
  await press(page, 'Unlock');
}

test('a lock is put on after it was said that nothing brings a forgotten passphrase back; other windows shut', async () => {
  peerside = await launch(own.start);
  await addSamplePeople(peerside);
  const people = await peerside.open('options.html#people');
  await add(people, BEFORE);
  const options = await peerside.open('options.html#data');
  await press(options, 'Put a lock on…');
  const fields = await options.$$('form input[type=password]');
  await fields.at(-2)?.type('correct horse');
  await fields.at(-1)?.type('correct horse');
  await sees(options, 'nobody can bring my data back');
  await options.click('form input[type=checkbox]');
  await press(options, 'Put the lock on');
  await sees(options, 'The lock is on');
  // The other window comes back by itself when the rewriting is over.
  await people.bringToFront();
  await sees(people, BEFORE);
  await add(people, LATER);
});

test('Lock now shuts every window and the calendar', async () => {
  const people = await peerside.open('options.html#people');
  await sees(people, LATER);
  const calendar = await peerside.calendar();
  await waitForMarks(calendar, (marked) => marked.length > 0);
  const options = await peerside.open('options.html#data');
  await press(options, 'Lock now');
  for (const page of [people, options]) {
    await page.bringToFront();
    await byRole(page, 'button', 'Unlock');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/MARKER|Steve/);
  }
  await calendar.bringToFront();
  await waitForMarks(calendar, (marked) => marked.length === 0);
  expect((await pageParts(calendar)).card).toBeUndefined();
  await people.bringToFront();
  await typePassphrase(people, 'correct horse');
  await sees(people, LATER);
  await options.bringToFront();
  await byRole(options, 'button', 'Lock now');
  await calendar.bringToFront();
  await waitForMarks(calendar, (marked) => marked.length > 0);
});

test('after a restart it is shut, a wrong passphrase opens nothing, the right one all', async () => {
  await peerside.close();
  peerside = await launch(own.start);
  const people = await peerside.open('options.html#people');
  await byRole(people, 'button', 'Unlock');
  await typePassphrase(people, 'wrong horse');
  await sees(people, 'Not the passphrase');
  await typePassphrase(people, 'correct horse');
  await sees(people, LATER);
  await sees(people, BEFORE);
});

test('what was written since lies nowhere in the profile in the clear', async () => {
  await peerside.close();
  expect(filesWith(LATER)).toEqual([]);
  const before = filesWith(BEFORE);
  // Said in docs/threat-model.md: the browser's files keep what was overwritten until it tidies them up.
  expect(before.filter((file) => !/leveldb|Local Extension Settings/i.test(file))).toEqual([]);
  console.info('files that still hold what was written before the lock:', before);
});

/** The version of the database as it lies there, in the browser's count. */
const lyingVersion = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'peerside')?.version);
const raise = (from: number, to: number) =>
  own.rewrite('.js', (text) =>
    text.replace(`version(${from}).stores({meetings`, `version(${to}).stores({meetings`),
  );

test('a later version of the database waits for the passphrase, and seals what it has changed', async () => {
  raise(2, 3);
  peerside = await launch(own.start);
  const people = await peerside.open('options.html#people');
  await byRole(people, 'button', 'Unlock');
  expect(await lyingVersion(people)).toBe(20);
  await typePassphrase(people, 'wrong horse');
  await sees(people, 'Not the passphrase');
  expect(await lyingVersion(people)).toBe(20);
  await typePassphrase(people, 'correct horse');
  await sees(people, LATER);
  await sees(people, BEFORE);
  expect(await lyingVersion(people)).toBe(30);
  await peerside.close();
  expect(filesWith(LATER)).toEqual([]);
});

test('the version before refuses what the later one has written, with the passphrase, too', async () => {
  raise(3, 2);
  peerside = await launch(own.start);
  const people = await peerside.open('options.html#people');
  await byRole(people, 'button', 'Unlock');
  await typePassphrase(people, 'correct horse');
  await sees(people, 'newer');
  expect(await people.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/MARKER|Steve/);
  expect(await lyingVersion(people)).toBe(30);
});

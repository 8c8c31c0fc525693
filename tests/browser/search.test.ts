import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* Search, a person and the cover sheet through the real panel, by keyboard. The tests follow each other in one browser. */

const peerside = withPeerside();
let panel: Page;

const hash = () => panel.evaluate(() => location.hash);
const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
/** What the chosen option shows. */
const chosen = () => panel.$eval('[role=option][aria-selected=true]', (one) => one.textContent);

test('/ opens search over a brief, and what is typed is answered', async () => {
  const calendar = await peerside.current.calendar();
  await openEvent(calendar, 'Diane / Steve');
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await sees(panel, 'Send the launch calendar');
  // What listens for it comes after the first content.
  for (let tries = 0; tries < 100 && (await hash()) === ''; tries += 1) await panel.keyboard.press('/');
  await panel.waitForSelector('[role=combobox]:focus');
  await panel.keyboard.type('launch is:open');
  await sees(panel, '4 found');
  expect(await panel.$$eval('mark', (all) => all.map((one) => one.textContent))).toContain('launch');
  expect(await chosen()).toMatch(/^(Agree the launch week|Send the launch calendar)/);
});

test('a name is completed, arrows choose, Enter opens the person on that record', async () => {
  await panel.keyboard.type(' with:st');
  await byRole(panel, 'listbox', 'People');
  await panel.keyboard.press('Enter');
  expect(await panel.$eval('[role=combobox]', (one) => (one as HTMLInputElement).value)).toBe(
    'launch is:open with:"Steve Tan" ',
  );
  await sees(panel, '1 found');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => location.hash.startsWith('#person/'));
  await sees(panel, 'every 2 weeks, 4 weeks at most');
  await panel.waitForFunction(() => document.activeElement?.tagName === 'LI');
  expect(await focused()).toContain('Send the launch calendar');
});

test('Back leads to the query as it was, and Esc to the brief with its note', async () => {
  await (await byRole(panel, 'button', 'Back')).click();
  await panel.waitForSelector('[role=combobox]:focus');
  expect(await panel.$eval('[role=combobox]', (one) => (one as HTMLInputElement).value)).toContain(
    'Steve Tan',
  );
  await panel.keyboard.press('Escape');
  await panel.waitForSelector('#note');
  expect(await hash()).toBe('');
});

test('what is written in the brief is found at once; a vent note only when asked for', async () => {
  await panel.type('#note', 'Zanzibar is the new code name');
  await panel.evaluate(() => {
    location.hash = 'search/zanzibar';
  });
  await sees(panel, '1 found');
  await panel.keyboard.press('Escape');
  await (await byRole(panel, 'button', 'Mark this note: A note like any other')).focus();
  await panel.keyboard.press('Enter');
  await byRole(panel, 'option', 'Vent note, gone after 7 days');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'] as const)
    await panel.keyboard.press(key);
  await sees(panel, 'It deletes itself on');
  await panel.evaluate(() => {
    location.hash = 'search/zanzibar';
  });
  await sees(panel, 'Nothing found.');
  await (await byRole(panel, 'button', 'Look through them')).click();
  await sees(panel, '1 found');
  await panel.keyboard.press('Escape');
});

test('a deleted index is made again', async () => {
  await panel.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.deleteDatabase('peerside-search');
        request.onsuccess = request.onblocked = request.onerror = () => done();
      }),
  );
  await panel.evaluate(() => {
    location.hash = 'search/cello';
  });
  await sees(panel, 'Daughter Lia took up the cello');
});

test('from the name in the brief to the person; the cover sheet holds only what is ticked', async () => {
  await panel.keyboard.press('Escape');
  await (await byRole(panel, 'link', 'Steve Tan')).click();
  await sees(panel, 'every 2 weeks, 4 weeks at most');
  await (await byRole(panel, 'button', 'Print a cover sheet')).click();
  const target = await peerside.current.browser.waitForTarget((one) => one.url().includes('#cover/'));
  const cover = await target.asPage();
  await sees(cover, 'Nothing is ticked yet');
  await (await byRole(cover, 'checkbox', 'Name a tester for the beta')).click();
  await cover.waitForFunction(() =>
    document.querySelector('article')?.textContent?.includes('Name a tester'),
  );
  await cover.emulateMediaType('print');
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn is printed, which textContent does not know.
  const printed = await cover.evaluate(() => document.body.innerText);
  expect(printed).toContain('Name a tester for the beta');
  expect(printed).not.toMatch(/Zanzibar|cello|What may stand/);
  await cover.close();
});

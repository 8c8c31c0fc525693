import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, nameNewSet, sees } from './harness.ts';
import { openEvent, pageParts, pressOnCard, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* From one end to the other in the release build: the tests of this file follow each other in one browser. */

const peerside = withPeerside({ build: 'chrome-mv3' });
let calendar: Page;
let panel: Page;

test('the week carries marks, in roots that the page cannot open', async () => {
  calendar = await peerside.current.calendar();
  const { marks, roots } = await waitForParts(calendar, (parts) => parts.marks.length > 0);
  expect(marks.length).toBeGreaterThanOrEqual(3);
  expect(new Set(roots)).toEqual(new Set(['closed']));
  // The page's own eyes: no open root anywhere, nothing with a name, class or id of ours.
  const seen = await calendar.evaluate(() => ({
    open: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
    named: document.documentElement.outerHTML.match(/peerside/i)?.length ?? 0,
  }));
  expect(seen).toEqual({ open: 0, named: 0 });
});

test('the card says who, when and how much, and the page never hears a written word', async () => {
  await openEvent(calendar, 'Diane / Steve');
  const { card, roots } = await waitForParts(calendar, (parts) => parts.card !== undefined);
  expect(card?.text).toContain('Steve Tan Met 3 weeks ago, 4 promises open');
  expect(card?.text).not.toMatch(/launch calendar|hotfix|cello/);
  expect(new Set(roots)).toEqual(new Set(['closed']));
});

test('Prepare opens the real side panel, also when the worker was asleep', async () => {
  await peerside.current.stopWorker();
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await sees(panel, 'Steve Tan');
  for (const part of [
    'Director of Quality',
    'Met 3 weeks ago',
    'Send the launch calendar',
    '6 days late',
    'Who signs off a Friday hotfix?',
  ]) {
    await sees(panel, part);
  }
  // The questions are read after the first content.
  await panel.waitForFunction(
    (ticks) => document.querySelectorAll('.items .tick').length === ticks,
    {},
    4 + 2 + 3,
  );
  expect((await pageParts(calendar)).card).toBeDefined();
});

test('a promise is ticked, and the tick is taken back', async () => {
  await (await panel.waitForSelector('input.tick[aria-label^="Kept: Name a tester"]'))?.click();
  await sees(panel, 'Kept: Name a tester for the beta');
  await (await byRole(panel, 'button', 'Undo')).click();
  await panel.waitForSelector('input.tick[aria-label^="Kept: Name a tester"]:not(:checked)');
});

test('a note is saved as typed, through a panel that closes in the middle of a word', async () => {
  await panel.type('#note', 'Ask what Friday releases cost Qual');
  // It closes itself, so nobody may answer.
  await panel.evaluate(() => window.close()).catch(() => undefined);
  await peerside.current.gone(panel);
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await panel.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#note')?.value.endsWith('cost Qual'),
  );
});

test('a thought caught in the popup arrives in the open panel', async () => {
  const popup = await peerside.current.popup(calendar);
  await popup.waitForSelector('textarea');
  await popup.type('textarea', '[] send Steve the test plan by tomorrow');
  await sees(popup, 'Steve Tan');
  await popup.keyboard.down('Control');
  // The popup closes itself once it has saved, so nobody may answer for the key.
  await popup.keyboard.press('Enter').catch(() => undefined);
  await peerside.current.gone(popup);
  await sees(panel, 'the test plan');
});

test('the open panel follows the event that is opened, and stays when it is closed', async () => {
  await calendar.bringToFront();
  await openEvent(calendar, 'Launch review');
  await sees(panel, 'Ana Lima and Pedro Costa');
  const tab = '[role=tablist][aria-label="Whose brief"] [role=tab]';
  const chosen = () => panel.$eval(`${tab}[aria-selected=true]`, (one) => one.textContent);
  expect(await panel.$$eval(tab, (tabs) => tabs.map((one) => one.textContent))).toEqual([
    'In common',
    expect.stringMatching(/^Ana(\d|$)/),
    expect.stringMatching(/^Pedro(\d|$)/),
  ]);
  expect(await chosen()).toBe('In common');
  await panel.click(`${tab}:nth-child(2)`);
  await panel.waitForSelector(`${tab}:nth-child(2)[aria-selected=true]`);
  await panel.keyboard.press('ArrowRight');
  await panel.waitForSelector(`${tab}:nth-child(3)[aria-selected=true]:focus`);
  expect(await chosen()).toMatch(/^Pedro/);
  await calendar.keyboard.press('Escape');
  await waitForParts(calendar, (parts) => parts.card === undefined);
  await sees(panel, 'Ana Lima and Pedro Costa');
});

test('a question set is added in the options', async () => {
  const options = await peerside.current.open('options.html#question-sets');
  await (await byRole(options, 'button', 'New set')).click();
  await nameNewSet(options, 'Launches with support');
  expect(await options.$$eval('h2', (all) => all.map((one) => one.textContent))).toContain(
    'Launches with support',
  );
  await options.close();
});

test('in all of this the extension asked the network for nothing', async () => {
  // One request of its own, so that the log is known to name what it starts: policy forbids all but leaving the page.
  const witness = 'http://127.0.0.1:40999/witness';
  const options = await peerside.current.open('options.html#about');
  await options.evaluate((url) => location.assign(url), witness).catch(() => undefined);
  await options.waitForFunction(() => !location.href.startsWith('chrome-extension:'));
  expect(await peerside.current.networkOfExtension()).toEqual([witness]);
  // What the content script starts counts as the calendar page's.
  expect(peerside.current.askedElsewhere).toEqual([]);
});

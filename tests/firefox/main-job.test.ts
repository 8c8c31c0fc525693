import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, nameNewSet, sees } from '../browser/harness.ts';
import { openEvent, waitForMarks } from '../browser/page-parts.ts';
import { cardWith, pressOnCard, shadows } from './card.ts';
import { addSamplePeople, withFirefox } from './harness.ts';

/* From one end to the other in the package for Firefox: the tests of this file follow each other in one browser. */

const firefox = withFirefox();
let options: Page;
let calendar: Page;

test('it installs, its background runs, and sample people are added', async () => {
  options = await addSamplePeople(firefox.current);
  expect(await firefox.current.background.state()).toBe('running');
  expect(await firefox.current.errors()).toEqual([]);
});

test('the week carries marks, in roots that the page cannot open', async () => {
  calendar = await firefox.current.calendar();
  const marked = await waitForMarks(calendar, (titles) => titles.length >= 3);
  expect(marked).toContain('Diane / Steve');
  const roots = await shadows(firefox.current.browser, calendar);
  expect(new Set(roots.map(({ mode }) => mode))).toEqual(new Set(['closed']));
  // Our hosts, which have no attribute: laid over the end of their chips.
  const places = await calendar.$$eval('[data-eventchip] div', (parts) =>
    parts
      .filter((part) => part.attributes.length === 0 && !part.hasChildNodes())
      .map((part) => [getComputedStyle(part).position, part.getBoundingClientRect().width]),
  );
  expect(places).toEqual(marked.map(() => ['absolute', 16]));
});

test('the card says who, when and how much', async () => {
  await openEvent(calendar, 'Diane / Steve');
  const { text } = await cardWith(firefox.current.browser, calendar, 'Prepare');
  expect(text).toContain('Steve Tan Met 3 weeks ago, 4 promises open');
  expect(text).not.toMatch(/launch calendar|hotfix|cello/);
});

test('Prepare, which may not open a sidebar, names the key; the key opens the brief of that event', async () => {
  const { browser, sidebar, background, key } = firefox.current;
  await background.stop();
  await expect.poll(background.state).toBe('stopped');
  await pressOnCard(browser, calendar, 'Prepare');
  await cardWith(browser, calendar, 'Open Peerside with Alt+Shift+O');
  await key('O');
  for (const part of ['Steve Tan', 'Director of Quality', 'Send the launch calendar', '6 days late'])
    await sidebar.sees(part);
  // Firefox's sidebar is the narrowest place of all.
  const [width, needed] = await sidebar.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(width).toBeLessThan(260);
  expect(needed).toBeLessThanOrEqual(width ?? 0);
});

test('in the sidebar a promise is ticked, and its tick taken back', async () => {
  const { sidebar } = firefox.current;
  await sidebar.press('Kept: Name a tester for the beta');
  await sidebar.press('Undo');
  await sidebar.until(
    () =>
      document.querySelector<HTMLInputElement>('input.tick[aria-label^="Kept: Name a tester"]')?.checked ===
      false,
  );
});

test('a note is saved as typed, through a sidebar that closes in the same moment', async () => {
  const { sidebar, key } = firefox.current;
  let text = '';
  // The first of them makes the note, the others change it.
  for (const words of ['Ask what', ' Friday releases', ' cost Quality']) {
    text += words;
    await sidebar.type('#note', words);
    await key('O');
    await sidebar.gone();
    await key('O');
    await sidebar.until(
      (wanted) => document.querySelector<HTMLTextAreaElement>('#note')?.value === wanted,
      text,
    );
  }
});

test('a thought caught in the popup arrives in the open sidebar', async () => {
  const { popup, sidebar, key } = firefox.current;
  await key('K');
  await popup.type('textarea', '[] send Steve the test plan by tomorrow');
  await popup.sees('Steve Tan');
  await popup.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true });
    document.querySelector('textarea')?.dispatchEvent(event);
  });
  await popup.gone();
  await sidebar.sees('the test plan');
});

test('one for later waits in the inbox', async () => {
  const { popup, key } = firefox.current;
  await key('K');
  await popup.type('textarea', 'rooms on floor 3 are free on Mondays');
  await popup.press('For: ');
  await popup.press('Inbox, for later');
  await popup.press('Save');
  await popup.gone();
  await key('K');
  await popup.press('3 in the inbox');
  await popup.sees('rooms on floor 3 are free on Mondays');
});

test('the sidebar follows the event that is opened', async () => {
  await calendar.bringToFront();
  await openEvent(calendar, 'Launch review');
  await firefox.current.sidebar.sees('Ana Lima and Pedro Costa');
});

test('Open Peerside in the popup opens the sidebar', async () => {
  const { sidebar, key, open } = firefox.current;
  await key('O');
  await sidebar.gone();
  // In a tab: there it can be clicked as by a hand, which Firefox asks for.
  const popup = await open('popup.html');
  await (await byRole(popup, 'button', 'Open Peerside')).click();
  await sidebar.sees('Ana Lima and Pedro Costa');
  await popup.close().catch(() => undefined);
});

test('a question set is added in the options', async () => {
  await options.bringToFront();
  await options.evaluate(() => {
    location.hash = '#question-sets';
  });
  await (await byRole(options, 'button', 'New set')).click();
  await nameNewSet(options, 'Launches with support');
  await sees(options, 'Launches with support');
});

test('a cover laid by its key hides sidebar, options and what is drawn in the calendar', async () => {
  const { sidebar, key } = firefox.current;
  await key('U');
  await sidebar.sees('Covered');
  await sees(options, 'Covered');
  await waitForMarks(calendar, (titles) => titles.length === 0);
});

test('in all of this nothing was thrown, and nothing asked of any other place', async () => {
  expect(await firefox.current.errors()).toEqual([]);
  expect(firefox.current.askedElsewhere).toEqual([]);
});

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { waitForMarks } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What the calendar page tells the panel's Today and the options page. The tests follow each other in one browser. */

const peerside = withPeerside();
let page: Page;
let today: Page;

/** Whom the meetings in Today are with. */
const meetings = () => today.$eval('[aria-labelledby=h-meet]', (section) => section.textContent ?? '');

/** In the page: whether Today has a meeting with somebody, or has none. */
const MEETS = (name: string, wanted: boolean) =>
  document.querySelector('[aria-labelledby=h-meet]')?.textContent?.includes(name) === wanted;

/** Whom the next meeting in Today is with. */
const nextWith = () => today.$eval('article h3', (heading) => heading.textContent);

test('the day’s spotted meetings are in Today; one that vanishes from the view is forgotten, the others stay', async () => {
  page = await peerside.current.calendar();
  await waitForMarks(page, (titles) => titles.includes('Noor / Diane'));
  today = await peerside.current.open('sidepanel.html');
  await today.waitForFunction(MEETS, {}, 'Noor Haddad', true);
  await page.bringToFront();
  await page.evaluate(() =>
    window.standIn.setEvents(window.standIn.events.filter(({ title }) => title !== 'Noor / Diane')),
  );
  await today.bringToFront();
  await today.waitForFunction(MEETS, {}, 'Noor Haddad', false);
  expect(await meetings()).toContain('Steve Tan');
});

test('the options page shows what was found, without a name', async () => {
  const options = await peerside.current.open('options.html#calendar');
  await sees(options, 'What was last found in the calendar');
  await sees(options, 'The page says who is signed in.');
  const week = await options.$$eval('tbody tr', (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  expect(week[0]?.[0]).toBe('Week');
  expect(Number(week[0]?.[2])).toBeGreaterThan(10);
  expect(week[0]?.[3]).toBe(week[0]?.[2]);
  await byRole(options, 'button', 'Copy a report');
  await options.close();
});

test('a calendar that cannot be read is said to be so, and no meeting is forgotten for it', async () => {
  await page.bringToFront();
  await page.$$eval('[data-eventchip]', (chips) => {
    for (const chip of chips) chip.setAttribute('data-eventid', 'another-way');
  });
  // The view is told once it is at rest; timers of a tab that is left run seldom.
  const own = await peerside.current.open('options.html#calendar');
  await page.bringToFront();
  // By the clock: a tab in the background has no frames.
  await own.waitForFunction(() => document.body.textContent?.includes('none of them could be read'), {
    polling: 200,
  });
  await own.close();
  await today.bringToFront();
  await sees(today, 'none of them could be read');
  expect(await nextWith()).toBe('Steve Tan');
  await (await byRole(today, 'button', 'See what was found')).click();
  const target = await peerside.current.browser.waitForTarget((one) => one.url().includes('#calendar'));
  await sees((await target.page()) as Page, 'Your calendar shows events, but none of them could be read.');
});

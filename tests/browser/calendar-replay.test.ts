import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { markedTitles, pageParts, waitForMarks, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/*
 * A long day on one calendar page: no mark is lost or doubled, nothing is left behind, and what changes nothing
 * to see costs nothing. The whole counts in the full run, a tenth of them else. In the build for tests, which
 * tells the page each time that it has heard of a change.
 */

const TIMES = process.env.PEERSIDE_FULL ? 1 : 0.1;
const SWITCHES = 200 * TIMES;
const OPENINGS = 200 * TIMES;
const STYLES = 10_000 * TIMES;

const peerside = withPeerside({ build: 'chrome-mv3-test' });
let page: Page;
let marksOfWeek: string[];

declare global {
  interface Window {
    heard: number;
  }
}

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const frames = () =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
const heard = () => page.evaluate(() => window.heard);

/** The most hosts of ours on one chip: 1, or one was drawn twice. */
const mostMarksOnOneChip = () =>
  page.$$eval('[data-eventchip]', (chips) =>
    Math.max(
      ...chips.map(
        (chip) =>
          [...chip.querySelectorAll('div')].filter(
            (part) => part.attributes.length === 0 && !part.hasChildNodes(),
          ).length,
      ),
    ),
  );

async function measured() {
  const session = await page.createCDPSession();
  await rest(300);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = await page.metrics();
  return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize };
}

/** Back to the week that was first, at rest. */
async function home() {
  await page.evaluate(() => {
    window.standIn.close();
    window.standIn.goTo('week', new Date().toISOString().slice(0, 10));
  });
  await waitForMarks(page, (titles) => titles.join() === marksOfWeek.join());
}

async function switchViews(times: number) {
  const views = ['month', 'week', 'day', 'week', 'schedule', 'week', 'customday', 'year', 'search'] as const;
  for (let at = 0; at < times; at += 1) {
    await page.evaluate(
      (view, forward) => {
        if (forward === 0) window.standIn.goTo(view, new Date().toISOString().slice(0, 10));
        else if (forward % 2) window.standIn.next();
        else window.standIn.previous();
      },
      views[Math.floor(at / 3) % views.length] ?? 'week',
      at % 3,
    );
    await frames();
    if (at % 10 === 0) expect(await mostMarksOnOneChip()).toBeLessThanOrEqual(1);
  }
}

async function openBubbles(times: number) {
  for (let at = 0; at < times; at += 1) {
    await page.evaluate((nth) => {
      const titles = ['Diane / Steve', 'Launch review', 'Noor / Diane', 'Lunch', 'Mei x Diane'];
      const { events } = window.standIn;
      const event = events.find(({ title }) => title === titles[nth % titles.length]);
      if (event) window.standIn.openEvent(event.id);
    }, at);
    await frames();
    if (at % 20 === 19) await rest(1_200);
    await page.evaluate(() => window.standIn.close());
    await frames();
  }
}

beforeAll(async () => {
  page = await peerside.current.calendar();
  await waitForMarks(page, (titles) => titles.length >= 4);
  // Everything is opened once, so that what is learnt from guests is known.
  await openBubbles(5);
  await rest(1_500);
  await page.evaluate(() => window.standIn.openEvent('launchreview3h8d2k5p'));
  await waitForParts(page, ({ card }) => card !== undefined);
  await page.evaluate(() => window.standIn.close());
  marksOfWeek = await waitForMarks(page, (titles) => titles.includes('Launch review'));
  await page.evaluate(() => {
    window.heard = 0;
    document.addEventListener('peerside-heard', () => {
      window.heard += 1;
    });
  });
});

test('in the month the sign stands clear of time and title', async () => {
  await page.evaluate(() => window.standIn.goTo('month', new Date().toISOString().slice(0, 10)));
  await waitForMarks(page, (titles) => titles.includes('Diane / Steve'));
  const overlaps = await page.$$eval('[data-eventchip]', (chips) =>
    chips.flatMap((chip) => {
      const host = [...chip.querySelectorAll('div')].find((part) => part.shadowRoot);
      const sign = host?.shadowRoot?.querySelector('svg')?.getBoundingClientRect();
      const texts = [...chip.querySelectorAll('.DvyQhe, .WBi6vc')].map((text) =>
        text.getBoundingClientRect(),
      );
      if (!sign || sign.width === 0) return [];
      return [texts.some((text) => text.left < sign.right && sign.left < text.right)];
    }),
  );
  expect(overlaps.length).toBeGreaterThan(3);
  expect(overlaps).not.toContain(true);
  await home();
});

test('styles that are written over and over are not heard of', async () => {
  const before = await heard();
  for (let done = 0; done < STYLES; done += 1_000) {
    await page.evaluate((count) => window.standIn.mutateStyles(count), Math.min(1_000, STYLES));
  }
  await frames();
  expect(await heard()).toBe(before);
});

test('a switch of the view is heard of at most twice', async () => {
  for (const move of ['next', 'previous', 'next', 'previous'] as const) {
    const before = await heard();
    await page.evaluate((name) => window.standIn[name](), move);
    await rest(400);
    const times = (await heard()) - before;
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThanOrEqual(2);
  }
});

test('a day of switching and opening leaves every mark in its place once, and nothing behind', async () => {
  await switchViews(27);
  await openBubbles(10);
  await home();
  const before = await measured();
  await switchViews(SWITCHES);
  await openBubbles(OPENINGS);
  await page.evaluate((count) => window.standIn.mutateStyles(count), STYLES);
  await home();
  expect(await mostMarksOnOneChip()).toBe(1);
  const after = await measured();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  // The page's own drawing is a little different each time; anything that leaks does so with each of the rounds.
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.05 + 50);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1 + 500_000);
  expect(await page.evaluate(() => window.standIn.errors)).toEqual([]);
}, 600_000);

test.each([
  [
    'back and forward',
    async () => {
      await page.goBack();
      await page.goForward();
    },
  ],
  ['a zoom', () => page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'))],
  ['another size of the window', () => page.setViewport({ width: 700, height: 500 })],
  ['print', () => page.pdf().then(() => undefined)],
  [
    'another tab in front',
    async () => {
      const other = await peerside.current.open('options.html#about');
      await other.bringToFront();
      await rest(200);
      await other.close();
      await page.bringToFront();
    },
  ],
])('it survives %s', async (_, happens) => {
  await page.evaluate(() => window.standIn.goTo('month', new Date().toISOString().slice(0, 10)));
  await happens();
  await home();
  expect(await markedTitles(page)).toEqual(marksOfWeek);
  expect(await page.evaluate(() => window.standIn.errors)).toEqual([]);
  await page.setViewport(null);
  await page.evaluate(() => document.documentElement.style.removeProperty('zoom'));
});

test('a bubble that is drawn once more for an add-on keeps its card', async () => {
  await page.evaluate(() => window.standIn.openEvent('launchreview3h8d2k5p'));
  await waitForParts(page, ({ card }) => card !== undefined);
  await page.evaluate(() => window.standIn.renderForAddOn());
  await rest(800);
  expect((await pageParts(page)).card?.text).toContain('Ana Lima');
  await page.evaluate(() => window.standIn.close());
  await waitForParts(page, ({ card }) => card === undefined);
});

test('a duplicate’s guests, the year, and the small calendar of Gmail’s side are nobody’s', async () => {
  await page.evaluate(() => window.standIn.goTo('year', new Date().toISOString().slice(0, 10)));
  await rest(300);
  expect((await pageParts(page)).roots).toEqual([]);
  await home();
  const id = await page.$eval('[data-eventchip]', (chip) => chip.getAttribute('data-eventid'));
  const copy = await peerside.current.calendar(`/calendar/u/0/r/eventedit/duplicate/${id}`);
  await copy.waitForSelector('[data-is-create=true]');
  await rest(2_500);
  expect((await pageParts(copy)).card).toBeUndefined();
  const small = await peerside.current.calendar('/calendar/u/0/companion');
  await rest(600);
  expect((await pageParts(small)).roots).toEqual([]);
  await Promise.all([copy.close(), small.close()]);
  await page.bringToFront();
});

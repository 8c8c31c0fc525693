import { beforeEach, expect, test } from 'vitest';
import { lookOver } from '../../../entrypoints/calendar.content/look-over.ts';
import { findChips, readChip } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { readView } from '../../../entrypoints/calendar.content/reader/view.ts';
import type { PageEvent } from '../../../prep/calendar-event.ts';
import { sampleEvents } from '../../calendar-page/events.ts';
import { monthHtml, userInfoHtml, viewer, weekHtml } from '../../calendar-page/markup.ts';

const now = new Date('2026-11-19T13:48:00Z');
const zone = 'Europe/Lisbon';
const events = sampleEvents(now, zone);

function look() {
  const read = new Map<string, PageEvent>();
  for (const chip of findChips(document)) {
    const event = readChip(chip, { zone, hourHeight: 48 });
    if (event) read.set(event.key, event);
  }
  return lookOver(document, (key) => read.get(key));
}

beforeEach(() => {
  document.body.innerHTML = '';
  delete document.body.dataset.viewkey;
});

test('a week is read whole, and its tasks are known for what they are', () => {
  document.body.dataset.viewkey = 'WEEK';
  document.body.innerHTML = userInfoHtml(viewer, { now, zone }) + weekHtml(events, { now, zone });
  const seen = look();
  expect(seen).toMatchObject({ view: 'WEEK', zone: true });
  expect(seen.days).toEqual([16, 17, 18, 19, 20, 21, 22].map((date) => `2026-11-${date}`));
  expect(seen.known).toBe(seen.chips);
  expect(seen.signs).toBeGreaterThanOrEqual(seen.chips);
  expect(seen.keys.length).toBeLessThan(seen.chips);
  expect(seen.titled).toBe(seen.keys.length);
  expect(seen.dated).toBe(seen.keys.length);
  expect(seen.timed).toBeGreaterThan(10);
});

test('of a month the days with more than is drawn are not read whole', () => {
  document.body.dataset.viewkey = 'MONTH';
  document.body.innerHTML = monthHtml(events, { now, zone });
  const { days } = look();
  const partial = [...document.querySelectorAll('[data-opens-day-overview]')].length;
  expect(partial).toBeGreaterThan(0);
  expect(days.length).toBe(readView(document).drawn.length - partial);
});

test('a "more" of no known day may be any day’s', () => {
  document.body.innerHTML = monthHtml(events, { now, zone });
  const more = document.querySelector('[data-opens-day-overview]')!;
  more.closest('[data-datekey]')?.removeAttribute('data-datekey');
  expect(look().days).toEqual([]);
});

test('the year draws no event, so nothing is missing in it', () => {
  document.body.dataset.viewkey = 'YEAR';
  document.body.innerHTML = monthHtml([], { now, zone });
  expect(look()).toMatchObject({ view: 'YEAR', days: [], keys: [], signs: 0 });
});

test('what looks like events and is not understood is counted', () => {
  document.body.innerHTML =
    '<div role="grid"><p data-eventchip data-eventid="?"></p><p data-eventchip data-eventid="tasks_1"></p></div>';
  expect(look()).toMatchObject({ signs: 2, chips: 2, known: 1, keys: [] });
  document.body.innerHTML = '<div role="grid"><p jslog="35463; 2:[x]"></p></div>';
  expect(look()).toMatchObject({ signs: 1, chips: 0, known: 0 });
});

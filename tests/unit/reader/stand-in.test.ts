import { beforeEach, expect, test } from 'vitest';
import { readAccount, readZone } from '../../../entrypoints/calendar.content/reader/account.ts';
import { openBubble } from '../../../entrypoints/calendar.content/reader/bubble.ts';
import { findChips, readChip } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { openEventPage } from '../../../entrypoints/calendar.content/reader/event-page.ts';
import { timed } from '../../../prep/event-times.ts';
import { pageText } from '../../../prep/page-text.ts';
import { type StandInEvent, sampleEvents } from '../../calendar-page/events.ts';
import {
  bubbleHtml,
  customDaysHtml,
  eventKey,
  eventPageHtml,
  monthHtml,
  searchHtml,
  userInfoHtml,
  viewer,
  weekHtml,
  yearHtml,
} from '../../calendar-page/markup.ts';

const now = new Date('2026-11-19T13:48:00Z');
const zone = 'Europe/Lisbon';
const events = sampleEvents(now, zone);
const languages = ['en', 'es', 'fr', 'de', 'ja', 'ar', 'cs'];
const shown = () => true;

const scale = () => ({ zone: readZone(document), hourHeight: 48 });
const key = (event: StandInEvent) => `${eventKey(event)} ${event.calendarId}`;
const isMeeting = (event: StandInEvent) => event.kind === 'event';
const byTitle = (title: string) =>
  events.find((event) => event.title === title && !event.instance?.startsWith('202612'))!;

function show(html: string, hl = 'en') {
  document.body.innerHTML = userInfoHtml(viewer, { now, zone, hl }) + html;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

function localDay(instant: string): string {
  return new Date(instant).toLocaleDateString('sv', { timeZone: zone });
}

test.each(languages)('the week in %s: every event of it and nothing else, with its time', (hl) => {
  show(weekHtml(events, { now, zone, hl }), hl);
  const read = findChips(document)
    .flatMap((chip) => readChip(chip, scale()) ?? [])
    .map(timed);
  expect(read.length).toBeGreaterThan(10);
  for (const found of read) {
    const event = events.find((each) => key(each) === found.key);
    expect(event && isMeeting(event)).toBe(true);
    if (!event) continue;
    // Cleaned by the background: the reader only bounds it.
    expect(pageText(found.title, 1_000)).toBe(pageText(event.title, 1_000));
    expect(found.guests).toBeNull();
    // Times are known to five minutes; a few events here begin at odd ones.
    if (found.start)
      expect(Math.abs(Date.parse(found.start) - Date.parse(event.start))).toBeLessThan(150_000);
    if (!event.allDay && found.start) expect(found.day).toBe(localDay(event.start));
  }
  const keys = new Set(read.map((event) => event.key));
  const inWeek = events.filter(
    (event) =>
      isMeeting(event) && localDay(event.start) >= '2026-11-16' && localDay(event.start) <= '2026-11-22',
  );
  expect(inWeek.filter((event) => !keys.has(key(event))).map((event) => event.title)).toEqual([]);
});

test.each(languages)(
  'the month in %s: days from the rows, times of series that were not moved, and where no word is in them',
  (hl) => {
    show(monthHtml(events, { now, zone, hl }), hl);
    const read = findChips(document)
      .flatMap((chip) => readChip(chip, scale()) ?? [])
      .map(timed);
    expect(read.length).toBeGreaterThan(10);
    for (const found of read) {
      const event = events.find((each) => key(each) === found.key)!;
      expect(isMeeting(event)).toBe(true);
      expect(found.day).toBe(event.allDay ? event.allDay.start : localDay(event.start));
      // Cleaned by the background: the reader only bounds it.
      expect(pageText(found.title, 1_000)).toBe(pageText(event.title, 1_000));
      if (found.start) expect(Date.parse(found.start)).toBe(Date.parse(event.start));
      const inHalves = ['en', 'ar'].includes(hl);
      if (!event.instance && !event.allDay) expect(found.start === null).toBe(inHalves);
    }
    expect(read.some((event) => event.start)).toBe(true);
  },
);

test.each(languages)('a bubble in %s: its guests, and whether they are all', (hl) => {
  const event = byTitle('Diane / Steve');
  show(bubbleHtml(event, { now, zone, hl }), hl);
  const found = openBubble(document, shown)?.event;
  expect(found?.key).toBe(key(event));
  expect(found?.title).toBe('Diane / Steve');
  expect(found?.guests).toEqual([
    { email: 'diane.moreau@example.com', name: 'Diane Moreau' },
    { email: 'steve.tan@example.com', name: 'Steve Tan' },
  ]);
  // Arabic digits are not read: then it is not known.
  expect(found?.guestsComplete).toBe(hl !== 'ar');
});

test('a bubble whose guests have not arrived, and a hidden one', () => {
  const event = byTitle('Launch review');
  show(bubbleHtml(event, { now, zone, rows: false }));
  expect(openBubble(document, shown)?.event.guests).toBeNull();
  expect(openBubble(document, shown)?.event.guestsComplete).toBe(false);
  show(bubbleHtml(event, { now, zone, hidden: true }));
  expect(openBubble(document, () => false)).toBeUndefined();
});

test('bubbles of tasks, holidays and birthdays are of no event', () => {
  for (const event of events.filter((each) => !isMeeting(each))) {
    show(bubbleHtml(event, { now, zone }));
    expect(openBubble(document, shown)).toBeUndefined();
  }
});

test('fewer rows than the summary counts', () => {
  const crowded = events.find((event) => (event.guestCount ?? 0) > (event.guests?.length ?? 0))!;
  show(bubbleHtml(crowded, { now, zone }));
  expect(openBubble(document, shown)?.event.guestsComplete).toBe(false);
  const hidden = events.find((event) => event.guestsHidden)!;
  show(bubbleHtml(hidden, { now, zone }));
  expect(openBubble(document, shown)?.event.guestsComplete).toBe(false);
});

test.each(languages)('the event page in %s', (hl) => {
  const event = byTitle('Launch review');
  show(`<div id="YPCqFe">${eventPageHtml(event, { now, zone, hl })}</div>`, hl);
  const found = openEventPage(document, shown)?.event;
  expect(found).toMatchObject({ key: key(event), title: 'Launch review', day: '2026-11-19', drawn: null });
  expect(found?.guests?.map(({ email }) => email)).toEqual([
    'diane.moreau@example.com',
    'ana.lima@example.com',
    'pedro.costa@example.com',
  ]);
});

test('guests that are only being typed are nobody yet', () => {
  show(eventPageHtml(byTitle('Launch review'), { now, zone, create: true }));
  expect(openEventPage(document, shown)).toBeUndefined();
});

test('the account and the zone, and what stands in for them', () => {
  show('');
  expect(readAccount(document)).toEqual({ email: viewer.email, name: viewer.name });
  expect(readZone(document)).toBe(zone);
  document.body.innerHTML = '';
  expect(readAccount(document)).toEqual({ email: null, name: null });
  expect(readZone(document)).toBeUndefined();
});

test.each(languages)(
  'search, several days and the year in %s: the same rules, and never another event',
  (hl) => {
    const options = { now, zone, hl };
    show(searchHtml(events, options), hl);
    const found = findChips(document)
      .flatMap((chip) => readChip(chip, scale()) ?? [])
      .map(timed);
    expect(found.length).toBeGreaterThan(5);
    for (const { key: id, title, day, start } of found) {
      const event = events.find((each) => key(each) === id);
      expect(pageText(title, 1_000)).toBe(pageText(event?.title ?? '', 1_000));
      expect(day).toBe(localDay(event?.start ?? ''));
      // A list has no columns to tell the time by.
      expect(start).toBeNull();
    }
    show(customDaysHtml(events, options), hl);
    const several = findChips(document)
      .flatMap((chip) => readChip(chip, scale()) ?? [])
      .map(timed);
    expect(several.length).toBeGreaterThan(5);
    expect(several.every(({ day }) => day && day >= '2026-11-19' && day <= '2026-11-22')).toBe(true);
    expect(several.filter(({ start }) => start).length).toBeGreaterThan(3);
    show(yearHtml(events, options), hl);
    expect(findChips(document)).toEqual([]);
  },
);

test.each([
  ['the clocks go back', '2026-10-25T10:00:00Z', 'Europe/Lisbon', 'comfortable', 48],
  ['the clocks go forward', '2026-03-29T10:00:00Z', 'Europe/Berlin', 'comfortable', 48],
  ['another zone than the computer’s', '2026-11-19T13:48:00Z', 'Asia/Kathmandu', 'comfortable', 48],
  ['close rows', '2026-11-19T13:48:00Z', 'America/New_York', 'compact', 36],
] as const)('a week in which %s: every start that is told is right', (_, at, tz, density, hourHeight) => {
  const then = new Date(at);
  const ofWeek = sampleEvents(then, tz);
  document.body.innerHTML = weekHtml(ofWeek, { now: then, zone: tz, density });
  const read = findChips(document)
    .flatMap((chip) => readChip(chip, { zone: tz, hourHeight }) ?? [])
    .map(timed);
  const told = read.filter(({ start }) => start);
  expect(told.length).toBeGreaterThan(8);
  for (const { key: id, start, end } of told) {
    const event = ofWeek.find((each) => key(each) === id)!;
    expect(Math.abs(Date.parse(start!) - Date.parse(event.start))).toBeLessThan(150_000);
    if (end) expect(Math.abs(Date.parse(end) - Date.parse(event.end))).toBeLessThan(300_000);
    expect(event.allDay).toBeUndefined();
  }
});

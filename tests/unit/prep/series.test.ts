import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '../../../prep/days.ts';
import { addMonths, firstHour, isRecurring, nextOn, reviewDay, seriesUrl } from '../../../prep/series.ts';

test.each([
  ['2026-11-19', '2027-02-19'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
  ['2026-12-31', '2027-03-31'],
  ['2026-01-31', '2026-04-30'],
])('a series from %s is looked at on %s', (from, on) => {
  expect(reviewDay(from)).toBe(on);
});

test('any series is looked at after 89 to 92 days, a later one never earlier', () => {
  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('1990-01-01', count));
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(daysBetween(day, reviewDay(day))).toBeGreaterThanOrEqual(89);
      expect(daysBetween(day, reviewDay(day))).toBeLessThanOrEqual(92);
      expect(reviewDay(addDays(day, 1)) >= reviewDay(day)).toBe(true);
      expect(isDay(addMonths(day, 13))).toBe(true);
    }),
  );
});

test.each([
  ['abc_20261119T140000Z diane@example.com', 'abc diane@example.com', true],
  ['abc_20261119 diane@example.com', 'abc diane@example.com', true],
  ['abc diane@example.com', 'abc diane@example.com', false],
  ['abc_20261119T140000Z diane@example.com', 'other diane@example.com', false],
  ['next-time steve 2026-11-19', 'next-time steve', false],
  [null, 'abc diane@example.com', false],
])('%s of %s recurs: %s', (event, series, recurs) => {
  expect(isRecurring(event, series)).toBe(recurs);
});

describe('Google’s page for a new event', () => {
  const plan = {
    account: 0,
    title: 'Diane / Steve & co?',
    guest: 'steve.tan@example.com',
    start: '2026-11-26T14:00:00.000Z',
    minutes: 30,
    cadence: { ideal: 14, latest: 28 },
  };
  const of = (change: Partial<typeof plan> | { cadence: null } = {}) =>
    new URL(seriesUrl({ ...plan, ...change }));

  test('is that of the account', () => {
    expect(of({ account: 2 }).pathname).toBe('/calendar/u/2/r/eventedit');
  });

  test('is filled in: title, guest, time, and a recurrence that ends after three months', () => {
    const url = of();
    expect(url.origin + url.pathname).toBe('https://calendar.google.com/calendar/u/0/r/eventedit');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      text: 'Diane / Steve & co?',
      add: 'steve.tan@example.com',
      dates: '20261126T140000Z/20261126T143000Z',
      recur: 'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270226T235959Z',
    });
  });

  test.each([
    [{ cadence: null }, /FREQ=WEEKLY;INTERVAL=4;/],
    [{ cadence: { ideal: 3, latest: 7 } }, /FREQ=DAILY;INTERVAL=3;/],
    [{ cadence: { ideal: 84, latest: 126 } }, /FREQ=WEEKLY;INTERVAL=12;/],
  ])('with %j', (change, rule) => {
    expect(of(change).searchParams.get('recur')).toMatch(rule);
  });

  test('names nobody when no address is known, and nothing written gets out of its place', () => {
    expect(of({ guest: '' }).searchParams.has('add')).toBe(false);
    fc.assert(
      fc.property(fc.string(), (title) => {
        const url = of({ title });
        expect([...url.searchParams.keys()]).toEqual(['text', 'add', 'dates', 'recur']);
        expect(url.host).toBe('calendar.google.com');
      }),
    );
  });
});

test.each([
  ['2026-11-19', null, '2026-11-20'],
  ['2026-11-20', null, '2026-11-23'],
  ['2026-11-19', 4, '2026-11-26'],
  ['2026-11-19', 5, '2026-11-20'],
  ['2026-11-19', 3, '2026-11-25'],
  ['2026-12-31', 0, '2027-01-03'],
])('after %s weekday %s falls on %s', (day, weekday, expected) => {
  expect(nextOn(day, weekday)).toBe(expected);
});

test.each([
  [0, 9],
  [7, 9],
  [8, 9],
  [13, 14],
  [15, 16],
  [23, 16],
])('begun at %i o’clock, a series is put at %i', (now, hour) => {
  expect(firstHour(now)).toBe(hour);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfDate, dayOfKey } from '../../../entrypoints/calendar.content/reader/day-key.ts';
import { instantOf, instantOfSuffix, localTime } from '../../../prep/zone.ts';
import { dayKey } from '../../calendar-page/markup.ts';

test.each([
  ['28542', '2025-11-30'],
  ['28545', '2025-12-01'],
  ['28543', undefined],
  ['', undefined],
  ['-1', undefined],
  ['28542.5', undefined],
  ['9999999', undefined],
  [null, undefined],
])('the key %s is %s', (key, day) => expect(dayOfKey(key)).toBe(day));

test.each([
  ['20261119', '2026-11-19'],
  ['20260229', undefined],
  ['2026-11-19', undefined],
  ['19691231', undefined],
  [undefined, undefined],
])('the date %s is %s', (date, day) => expect(dayOfDate(date)).toBe(day));

const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2080-12-31'), noInvalidDate: true });

test('every day has a key', () => {
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayOfKey(String(dayKey(day)))).toBe(day);
    }),
  );
});

test.each([
  ['20251130T190000Z', '2025-11-30T19:00:00.000Z'],
  ['20251130', undefined],
  [null, undefined],
])('the suffix %s is %s', (suffix, instant) => {
  const found = instantOfSuffix(suffix);
  expect(found && new Date(found).toISOString()).toBe(instant);
});

test.each([
  ['2026-11-19', 840, 'Europe/Lisbon', '2026-11-19T14:00:00.000Z'],
  ['2026-07-01', 840, 'Europe/Lisbon', '2026-07-01T13:00:00.000Z'],
  ['2026-11-19', 1440, 'Asia/Kolkata', '2026-11-19T18:30:00.000Z'],
  // The clocks go from 2:00 to 3:00, and from 3:00 to 2:00.
  ['2026-03-29', 150, 'Europe/Berlin', null],
  ['2026-10-25', 150, 'Europe/Berlin', null],
  ['2026-10-25', 600, 'Europe/Berlin', '2026-10-25T09:00:00.000Z'],
  ['2026-11-19', 840, 'Nowhere/At_All', null],
])('%s, minute %i in %s is %s', (day, minutes, zone, instant) => {
  expect(instantOf(day, minutes, zone)).toBe(instant);
});

test('a time that a zone shows leads back to its instant', () => {
  const zones = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(days, zones, (date, zone) => {
      const minute = Math.floor(date.getTime() / 60_000) * 60_000;
      const shown = localTime(minute, zone);
      const back = shown && instantOf(shown.day, shown.minutes, zone);
      if (back) expect(Date.parse(back)).toBe(minute);
    }),
  );
});

test('no such zone shows no time', () => expect(localTime(0, 'Nowhere/At_All')).toBeUndefined());

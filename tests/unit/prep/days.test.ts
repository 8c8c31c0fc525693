import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../prep/day-of.ts';
import { addDays, daysBetween, isDay } from '../../../prep/days.ts';

/** Any day of the years 0000 to 9999. */
const anyDay = fc
  .date({ min: new Date('0000-01-01T00:00Z'), max: new Date('9999-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ['2026-11-19', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['+2026-01-01', false],
  ['2026-11-19T00:00:00Z', false],
  [' 2026-11-19', false],
  ['2026-11-19\n', false],
  ['٢٠٢٦-11-19', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

describe('counting days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    // The clocks change in these nights, in Europe and in America.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-11-01', -1, '2026-10-31'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  test('adding and counting agree, whatever the days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to)).toBe(-daysBetween(to, from) + 0);
      }),
    );
  });

  test('days sort as their text does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  test.each([
    ['2026-02-30', 1],
    ['soon', 1],
    ['2026-11-19', 0.5],
    ['2026-11-19', Number.NaN],
    ['9999-12-31', 1],
    ['0000-01-01', -1],
    ['2026-11-19', 1e12],
  ])('%s and %d days is refused', (day, count) => {
    expect(() => addDays(day, count)).toThrow(RangeError);
  });

  test('what is no day cannot be counted from', () => {
    expect(() => daysBetween('2026-11-19', '2026-11-31')).toThrow('No day: "2026-11-31"');
  });
});

describe('the day of an instant', () => {
  test.each([
    ['2026-11-19T23:30:00.000Z', 'Europe/Lisbon', '2026-11-19'],
    ['2026-11-19T23:30:00.000Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-19T02:00:00.000Z', 'America/New_York', '2026-11-18'],
    ['2026-03-29T00:59:59.000Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-11-19T10:00:00Z', 'Pacific/Kiritimati', '2026-11-20'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayOf(instant, zone)).toBe(day);
  });

  test('without a zone it is the browser’s', () => {
    expect(dayOf(new Date(2026, 10, 19, 0, 0, 1).toISOString())).toBe('2026-11-19');
    expect(dayOf(new Date(2026, 10, 19, 23, 59, 59).toISOString())).toBe('2026-11-19');
  });

  test('what is no instant or no zone is refused', () => {
    expect(() => dayOf('soon')).toThrow(RangeError);
    expect(() => dayOf('2026-11-19T10:00:00Z', 'Nowhere/At_All')).toThrow(RangeError);
  });
});

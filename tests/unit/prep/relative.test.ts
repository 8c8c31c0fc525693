import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../prep/days.ts';
import { ago, dayAndMonth, listOf, longDay, shortDay, weekdayAndDay } from '../../../prep/relative.ts';

const TODAY = '2026-11-19';

describe('how long ago', () => {
  test.each([
    [0, 'today'],
    [-1, 'yesterday'],
    [-6, '6 days ago'],
    [-7, 'last week'],
    [-10, 'last week'],
    [-11, '2 weeks ago'],
    [-21, '3 weeks ago'],
    [-90, '13 weeks ago'],
    [-91, '3 months ago'],
    [-365, '12 months ago'],
    [-729, '24 months ago'],
    [-730, '2 years ago'],
    [1, 'tomorrow'],
    [12, 'in 2 weeks'],
  ])('%i days: %s', (days, words) => {
    expect(ago(addDays(TODAY, days), TODAY, 'en-GB')).toBe(words);
  });

  test('the unit never gets smaller with the distance', () => {
    const units = ['day', 'week', 'month', 'year'];
    const unit = (days: number) => {
      const words = ago(addDays(TODAY, -days), TODAY, 'en-GB');
      return Math.max(
        0,
        units.findIndex((one) => words.includes(one) && !/today|yesterday/.test(words)),
      );
    };
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(3_000), (a, b) => {
        expect(unit(Math.min(a, b))).toBeLessThanOrEqual(unit(Math.max(a, b)));
      }),
    );
  });

  test('in the language of the browser', () => {
    expect(ago(addDays(TODAY, -21), TODAY, 'pt-PT')).toBe('há 3 semanas');
    expect(ago(addDays(TODAY, -1), TODAY, 'de')).toBe('gestern');
  });
});

describe('a day, short', () => {
  test.each([
    ['2026-11-19', 'en-GB', 'Thu 19'],
    ['2026-11-20', 'en-US', 'Fri 20'],
    ['2026-11-25', 'en-GB', 'Wed 25'],
    ['2026-11-26', 'en-GB', '26 Nov'],
    ['2026-11-18', 'en-GB', '18 Nov'],
    ['2026-12-03', 'en-US', 'Dec 3'],
    ['2027-01-05', 'en-GB', '5 Jan'],
    ['2027-03-01', 'en-GB', '1 Mar 2027'],
    ['2025-11-19', 'en-GB', '19 Nov 2025'],
    ['2026-12-03', 'de', '3. Dez.'],
  ])('%s in %s: %s', (day, locale, words) => {
    expect(shortDay(day, TODAY, locale)).toBe(words);
  });

  test('a near day names its weekday in any language', () => {
    expect(shortDay('2026-11-20', TODAY, 'de')).toMatch(/Fr/);
    expect(shortDay('2026-11-20', TODAY, 'de')).toMatch(/20/);
  });
});

test('a day in full', () => {
  expect(longDay('2026-11-19', 'en-GB')).toMatch(/^Thursday,? 19 November 2026$/);
  expect(longDay('2026-11-19', 'en-US')).toBe('Thursday, November 19, 2026');
});

test('a day with its weekday', () => {
  expect(weekdayAndDay('2026-11-20', 'en-GB')).toMatch(/^Fri,? 20 Nov$/);
  expect(weekdayAndDay('2026-11-20', 'en-US')).toBe('Fri, Nov 20');
});

test('a day with its month, and the year where it is another one', () => {
  expect(dayAndMonth('2026-10-29', TODAY, 'en-GB')).toBe('29 October');
  expect(dayAndMonth('2025-10-29', TODAY, 'en-GB')).toBe('29 October 2025');
});

test('names joined as the language does', () => {
  expect(listOf(['Ana', 'Pedro', 'Steve'], 'en-GB')).toBe('Ana, Pedro and Steve');
  expect(listOf(['Ana', 'Pedro'], 'pt')).toBe('Ana e Pedro');
  expect(listOf([], 'en')).toBe('');
});

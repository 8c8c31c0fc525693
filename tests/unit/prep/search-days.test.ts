import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDay } from '../../../prep/days.ts';
import { isBegun, readSpan } from '../../../prep/search-days.ts';

/** A Saturday. */
const TODAY = '2026-11-21';
const read = (text: string, locale = 'en-GB') => {
  const span = readSpan(text, TODAY, locale);
  return span && `${span.from} ${span.to}`;
};

test.each([
  ['2026-11-19', '2026-11-19 2026-11-20'],
  ['2026-1-9', '2026-01-09 2026-01-10'],
  ['2026-02', '2026-02-01 2026-03-01'],
  ['2026-12', '2026-12-01 2027-01-01'],
  ['2024', '2024-01-01 2025-01-01'],
  ['today', '2026-11-21 2026-11-22'],
  ['Yesterday', '2026-11-20 2026-11-21'],
  ['saturday', '2026-11-21 2026-11-22'],
  ['Fri', '2026-11-20 2026-11-21'],
  ['sunday', '2026-11-15 2026-11-16'],
  ['November', '2026-11-01 2026-12-01'],
  ['nov.', '2026-11-01 2026-12-01'],
  ['december', '2025-12-01 2026-01-01'],
  ['jan', '2026-01-01 2026-02-01'],
  ['19.11.2025', '2025-11-19 2025-11-20'],
  ['9.1.', '2026-01-09 2026-01-10'],
  ['24.11.', '2025-11-24 2025-11-25'],
  ['21/11', '2026-11-21 2026-11-22'],
  ['05/12/2024', '2024-12-05 2024-12-06'],
  ['3d', '2026-11-18 2026-11-19'],
  ['2w', '2026-11-07 2026-11-08'],
  ['1y', '2025-11-21 2025-11-22'],
])('%s is %s', (text, span) => {
  expect(read(text)).toBe(span);
});

test.each([
  ['oktober', 'de', '2026-10-01 2026-11-01'],
  ['março', 'pt', '2026-03-01 2026-04-01'],
  ['marco', 'pt', '2026-03-01 2026-04-01'],
  ['октябрь', 'ru', '2026-10-01 2026-11-01'],
  ['10月', 'ja', '2026-10-01 2026-11-01'],
  ['12/05/2024', 'en-US', '2024-12-05 2024-12-06'],
  ['19.11.2025', 'en-US', '2025-11-19 2025-11-20'],
  ['october', 'ja', '2026-10-01 2026-11-01'],
])('%s in %s is %s', (text, locale, span) => {
  expect(read(text, locale)).toBe(span);
});

test.each([
  '',
  'soon',
  '2026-02-30',
  '2026-13',
  '0',
  '19/11',
  '30.2.2026',
  '45.11',
  '19.11/2026',
  '99999',
  '2026-11-1x',
  'd',
  '1q',
])('%j is no day', (text) => {
  expect(readSpan(text, TODAY, 'en')).toBeUndefined();
});

describe('what is begun', () => {
  test.each([
    '2',
    '2026',
    '2026-',
    '2026-1',
    '2026-11-',
    '2026-11-1',
    'oct',
    'yest',
    'm',
    '19.',
    '19.11.2',
    '11/',
    '2026-0',
    '2026-11-0',
  ])('%s may become one', (text) => expect(isBegun(text, 'en')).toBe(true));
  test.each([
    'x',
    'soon',
    '20261',
    '2026-11-19-',
    'octopus',
    '2026-13',
    '2026-13-',
    '2026-00',
    '45.11',
    '19..',
  ])('%s does not', (text) => expect(isBegun(text, 'en')).toBe(false));
});

test('a span is never empty, and what is begun is never an error for any part of a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(10), (days, length) => {
      const day = addDays('1970-01-01', days);
      const span = readSpan(day, TODAY, 'en');
      expect(span?.from).toBe(day);
      expect(isDay(span?.to ?? '') && day < (span?.to ?? '')).toBe(true);
      const part = day.slice(0, length);
      if (part !== '') expect(isBegun(part, 'en') || readSpan(part, TODAY, 'en') !== undefined).toBe(true);
    }),
  );
});

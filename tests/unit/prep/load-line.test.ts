import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCeiling, weekLoad } from '../../../prep/load-line.ts';
import { ADDED } from '../../../prep/records/added.ts';
import type { Meeting } from '../../../prep/records/meeting.ts';

const FROM = '2026-11-16T00:00:00.000Z';
const TO = '2026-11-23T00:00:00.000Z';

const talk = (start: string | null, minutes: number | null, change: Partial<Meeting> = {}): Meeting => ({
  ...ADDED.meetings,
  id: String(start),
  createdAt: FROM,
  updatedAt: FROM,
  eventKey: null,
  seriesKey: null,
  title: '',
  day: null,
  start,
  end: start && minutes !== null ? new Date(Date.parse(start) + minutes * 60_000).toISOString() : null,
  personIds: ['steve'],
  goal: null,
  source: 'spotted',
  sample: false,
  ...change,
});

test.each<[string, Meeting[], number | null, object]>([
  ['none', [], 4, { count: 0, minutes: 0, over: 0 }],
  [
    'two, no ceiling',
    [talk('2026-11-16T00:00:00.000Z', 30), talk('2026-11-20T10:00:00.000Z', 45)],
    null,
    { count: 2, minutes: 75, over: 0 },
  ],
  ['below the ceiling', [talk('2026-11-20T10:00:00.000Z', 60)], 1, { count: 1, minutes: 60, over: 0 }],
  ['over it', [talk('2026-11-20T10:00:00.000Z', 75)], 1, { count: 1, minutes: 75, over: 15 }],
  ['a ceiling of nothing', [talk('2026-11-20T10:00:00.000Z', 30)], 0, { count: 1, minutes: 30, over: 30 }],
  [
    'another week',
    [talk('2026-11-15T23:59:00.000Z', 30), talk(TO, 30)],
    4,
    { count: 0, minutes: 0, over: 0 },
  ],
  [
    'several peers',
    [talk('2026-11-20T10:00:00.000Z', 30, { personIds: ['a', 'b'] })],
    4,
    { count: 0, minutes: 0, over: 0 },
  ],
  [
    'nobody who is archived',
    [talk('2026-11-20T10:00:00.000Z', 30, { personIds: ['away'] })],
    4,
    { count: 0, minutes: 0, over: 0 },
  ],
  [
    'no time, or no end',
    [talk(null, null), talk('2026-11-20T10:00:00.000Z', null)],
    4,
    { count: 1, minutes: 0, over: 0 },
  ],
  ['an end before its start', [talk('2026-11-20T10:00:00.000Z', -30)], 4, { count: 1, minutes: 0, over: 0 }],
])('%s', (_, meetings, ceiling, expected) => {
  expect(weekLoad(meetings, FROM, TO, ceiling, new Set(['away']))).toEqual(expected);
});

test('never over without a ceiling, and over is what is over', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300)), fc.option(fc.nat(20)), (lengths, ceiling) => {
      const { minutes, over } = weekLoad(
        lengths.map((length) => talk('2026-11-20T10:00:00.000Z', length)),
        FROM,
        TO,
        ceiling,
      );
      expect(over).toBe(ceiling === null ? 0 : Math.max(0, minutes - ceiling * 60));
    }),
  );
});

test.each([
  ['4', 4],
  ['4.5', 4.5],
  ['4,5 h', 4.5],
  [' 0 ', 0],
  ['168', 168],
  ['', null],
  ['  ', null],
  ['169', undefined],
  ['-1', undefined],
  ['four', undefined],
  ['1e2', undefined],
  ['4.555', undefined],
])('a ceiling of %j is %j', (text, hours) => {
  expect(readCeiling(text)).toBe(hours);
});

import { describe, expect, test } from 'vitest';
import type { Drawn } from '../../../prep/calendar-event.ts';
import { timed } from '../../../prep/event-times.ts';
import { anEvent } from '../../fixtures/records.ts';

const ZONE = 'Europe/Lisbon';
/** An occurrence whose id says 14:00, and an event that is no occurrence. */
const WEEKLY = 'weekly_20261119T140000Z diane@example.com';
const SINGLE = 'single diane@example.com';

function timesOf(key: string, drawn: Omit<Drawn, 'zone'> | null, day: string | null = '2026-11-19') {
  const { start, end } = timed({ ...anEvent({ key, day }), drawn: drawn && { zone: ZONE, ...drawn } });
  return [start?.slice(0, 16) ?? null, end?.slice(0, 16) ?? null];
}

describe('in a stack', () => {
  test.each([
    ['the id, where the digits agree', WEEKLY, '2pm', '2026-11-19T14:00'],
    ['in other digits', WEEKLY, '٢:٠٠ م', '2026-11-19T14:00'],
    ['of 24 hours', WEEKLY, '14:00', '2026-11-19T14:00'],
    ['an occurrence that was moved', WEEKLY, '9:15', '2026-11-19T09:15'],
    ['moved by half a day', WEEKLY, '02:00', '2026-11-19T02:00'],
    ['moved, in one of two halves of a day', WEEKLY, '9:15am', null],
    ['an event by itself', SINGLE, '15:30', '2026-11-19T15:30'],
    ['in Persian digits', SINGLE, '۱۵:۳۰', '2026-11-19T15:30'],
    ['between marks of direction', SINGLE, '\u200f15:30\u200f', '2026-11-19T15:30'],
    ['with a dot', SINGLE, '9.05', '2026-11-19T09:05'],
    ['in one of two halves of a day', SINGLE, '3:30pm', null],
    ['the same in other words', SINGLE, '午後3:30', null],
    ['with a word', SINGLE, '15:30 Uhr', null],
    ['without minutes', SINGLE, '9', null],
    ['of too many numbers', SINGLE, '9:15 – 10:15', null],
    ['no time', SINGLE, '24:00', null],
    ['nor this', SINGLE, '9:75', null],
    ['the first day of three', SINGLE, '1/3', null],
    ['no digits', SINGLE, '–', null],
  ])('%s: %s, drawn %j', (_, key, clock, start) => expect(timesOf(key, { clock })).toEqual([start, null]));

  test('an hour that a day has twice is unknown but by its id', () => {
    expect(timesOf('single d@e.example', { clock: '01:30' }, '2026-10-25')).toEqual([null, null]);
    const key = 'weekly_20261025T013000Z d@e.example';
    expect(timesOf(key, { clock: '01:30' }, '2026-10-25')).toEqual(['2026-10-25T01:30', null]);
  });
});

describe('in a column', () => {
  test.each([
    ['an hour', { from: 840, to: 900 }, ['2026-11-19T14:00', '2026-11-19T15:00']],
    ['a pixel off', { from: 839, to: 901 }, ['2026-11-19T14:00', '2026-11-19T15:00']],
    ['drawn taller than it lasts', { from: 840, to: 860 }, ['2026-11-19T14:00', null]],
    ['from the day before', { from: 0, to: 60 }, [null, null]],
    ['into the day after', { from: 1_380, to: 1_440 }, ['2026-11-19T23:00', null]],
  ])('%s', (_, drawn, times) => expect(timesOf(SINGLE, drawn)).toEqual(times));
});

test.each([
  ['a stack without a time', SINGLE, { zone: ZONE }, true],
  ['a day for its first start', 'holiday_20261119 diane@example.com', null, true],
  ['a time in a stack', SINGLE, { zone: ZONE, clock: '2pm' }, undefined],
  ['a column', SINGLE, { zone: ZONE, from: 0, to: 1_440 }, undefined],
  ['nothing', SINGLE, null, undefined],
])('whole days by %s', (_, key, drawn, allDay) => {
  const event = timed({ ...anEvent({ key }), drawn });
  expect(event.allDay).toBe(allDay);
  expect(timed({ ...event, drawn: null }).key).toBe(key);
});

test.each([
  ['nothing drawn', timesOf(WEEKLY, null)],
  ['no day', timesOf(WEEKLY, { clock: '14:00' }, null)],
])('%s: unknown', (_, times) => expect(times).toEqual([null, null]));

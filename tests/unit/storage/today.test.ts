import { beforeEach, expect, test } from 'vitest';
import { addActionItem } from '../../../storage/action-items.ts';
import { readCardFacts } from '../../../storage/card.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { readToday } from '../../../storage/today.ts';
import { addTopic } from '../../../storage/topics.ts';
import { anEvent, aPerson } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const NOW = new Date(2026, 10, 19, 13, 48);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();
const meet = (key: string, start: string, ...personIds: string[]) =>
  keepMeeting(anEvent({ key, start, end: start }), personIds, 'spotted');
const owe = (text: string, due: string | null, ...personIds: string[]) =>
  addActionItem({ personIds, owner: 'me', text, due });

test('the day’s meetings in order, midnight to midnight, with what is open', async () => {
  await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana' })]);
  await meet('last', at(19, 23, 59), 'ana');
  await meet('first', at(19, 0), 'steve', 'ana');
  await meet('yesterday', at(18, 23, 59), 'steve');
  await meet('tomorrow', at(20, 0), 'steve');
  await owe('late', '2026-11-18', 'steve');
  await owe('shared', null, 'steve', 'ana');
  await addTopic(['ana', 'steve'], 'one topic');
  const { meetings } = await readToday(NOW);
  expect(meetings.map((one) => [one.eventKey, one.openItems, one.lateItems, one.openTopics])).toEqual([
    ['first', 2, 1, 1],
    ['last', 1, 0, 1],
  ]);
});

test('a meeting of the day whose hour is not known is there too, after those whose hour is', async () => {
  await db.people.add(aPerson());
  const day = (key: string, title: string, on: string) =>
    keepMeeting(anEvent({ key, title, day: on, start: null, end: null }), ['steve'], 'spotted');
  await day('b', 'Walk', '2026-11-19');
  await day('a', 'Lunch', '2026-11-19');
  await day('other', 'Lunch', '2026-11-20');
  await meet('timed', at(19, 16), 'steve');
  const { meetings } = await readToday(NOW);
  expect(meetings.map(({ eventKey }) => eventKey)).toEqual(['timed', 'a', 'b']);
});

test('nobody who is archived, no meeting and no promise with nobody else', async () => {
  await db.people.bulkAdd([
    aPerson(),
    aPerson({ id: 'gone', archivedAt: at(1, 10), cadence: { ideal: 7, latest: 14 } }),
  ]);
  await meet('alone', at(19, 9), 'gone');
  await meet('together', at(19, 10), 'gone', 'steve');
  await owe('alone', '2026-11-19', 'gone');
  await owe('together', '2026-11-19', 'gone', 'steve');
  const today = await readToday(NOW);
  expect(today.people.map(({ id }) => id)).toEqual(['steve']);
  expect(today.meetings.map(({ eventKey }) => eventKey)).toEqual(['together']);
  expect(today.due.map(({ text }) => text)).toEqual(['together']);
  expect(today.met).toEqual([]);
});

test('promises late or due within three days, soonest first', async () => {
  await db.people.add(aPerson());
  for (const due of ['2026-11-23', '2026-11-22', '2026-11-01', null]) await owe(`${due}`, due, 'steve');
  expect((await readToday(NOW)).due.map(({ text }) => text)).toEqual(['2026-11-01', '2026-11-22']);
});

test('people with a cadence, and when they were last met: a meeting to come does not count', async () => {
  const cadence = { ideal: 7, latest: 14 };
  await db.people.bulkAdd([aPerson({ cadence }), aPerson({ id: 'new', cadence }), aPerson({ id: 'free' })]);
  await meet('past', at(2, 10), 'steve');
  await meet('to come', at(20, 10), 'steve', 'new');
  const { met } = await readToday(NOW);
  expect(met.map(({ person, lastMet }) => [person.id, lastMet])).toEqual([
    ['new', null],
    ['steve', '2026-11-02'],
  ]);
});

test('a card’s facts: names, the day they were last met, how many promises are open, each once', async () => {
  await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana', name: 'Ana Lima' })]);
  await meet('steve', at(2, 10), 'steve');
  await meet('ana', at(5, 10), 'ana');
  await meet('to come', at(20, 10), 'steve');
  await owe('shared', null, 'steve', 'ana');
  await owe('own', null, 'steve');
  const opened = anEvent({ key: 'opened', start: at(20, 10) });
  expect(await readCardFacts(['steve', 'ana', 'gone'], opened, NOW)).toEqual({
    people: [
      { id: 'steve', name: 'Steve Tan' },
      { id: 'ana', name: 'Ana Lima' },
    ],
    names: ['Steve Tan', 'Ana Lima'],
    lastMet: '2026-11-05',
    openPromises: 2,
  });
  expect(await readCardFacts(['gone'], opened, NOW)).toEqual({
    people: [],
    names: [],
    lastMet: null,
    openPromises: 0,
  });
});

test('a card of a meeting that has begun, or is over, says when they met before it', async () => {
  await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana', name: 'Ana Lima' })]);
  await meet('before', at(2, 10), 'steve');
  await meet('this', at(19, 10), 'steve', 'ana');
  await meet('after', at(19, 12), 'ana');
  const lastMet = async (start: string | null) =>
    (await readCardFacts(['steve', 'ana'], anEvent({ key: 'this', start }), NOW)).lastMet;
  expect(await lastMet(at(19, 10))).toBe('2026-11-02');
  // Moved since it was kept, or its time is not read.
  expect(await lastMet(at(19, 11))).toBe('2026-11-02');
  await db.meetings.where('eventKey').equals('after').delete();
  expect(await lastMet(null)).toBe('2026-11-02');
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { CalendarEvent } from '../../../prep/calendar-event.ts';
import { startAgenda } from '../../../storage/agendas.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting, keepMeetings } from '../../../storage/keep-meeting.ts';
import { setMeetingGoal, setNextGoal } from '../../../storage/meeting-goal.ts';
import { meetingOfEvent, meetingsAhead, meetingsBefore } from '../../../storage/meetings.ts';
import { meetingsBetween } from '../../../storage/meetings-between.ts';
import { notesBefore, notesOfMeeting } from '../../../storage/notes.ts';
import { addPerson, personDraft, readPerson } from '../../../storage/people.ts';
import { learnSeries } from '../../../storage/spotting.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const first = new Date('2026-11-19T10:00:00.000Z');
const later = new Date('2026-11-20T10:00:00.000Z');

describe('keeping the meeting of an event', () => {
  test('again with nothing new writes nothing', async () => {
    const met = await keepMeeting(anEvent(), ['steve'], 'spotted', first);
    expect(await keepMeeting(anEvent(), ['steve'], 'spotted', later)).toEqual(
      await meetingOfEvent(anEvent().key),
    );
    expect((await meetingOfEvent(anEvent().key))?.updatedAt).toBe(met.updatedAt);
    expect(await db.meetings.count()).toBe(1);
  });

  test('twice at once makes one', async () => {
    const both = await Promise.all([
      keepMeeting(anEvent(), ['steve'], 'spotted', first),
      keepMeeting(anEvent(), ['steve'], 'prepared', first),
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await db.meetings.count()).toBe(1);
  });

  test('follows what the page says now, and forgets no time that was known', async () => {
    const { id } = await keepMeeting(anEvent(), ['steve'], 'spotted', first);
    const chip = anEvent({ title: 'Moved', day: null, start: null, end: null });
    const now = await keepMeeting(chip, ['steve', 'ana'], 'spotted', later);
    expect(now).toMatchObject({
      id,
      title: 'Moved',
      day: '2026-11-19',
      start: '2026-11-19T14:00:00.000Z',
      end: '2026-11-19T14:30:00.000Z',
      personIds: ['steve', 'ana'],
      updatedAt: later.toISOString(),
      createdAt: first.toISOString(),
    });
  });

  test('prepared stays prepared, and a goal stays, when it is merely seen again', async () => {
    const { id } = await keepMeeting(anEvent(), ['steve'], 'prepared', first);
    await setMeetingGoal(id, 'ideas', first);
    expect(await keepMeeting(anEvent({ title: 'New' }), ['steve'], 'spotted', later)).toMatchObject({
      source: 'prepared',
      goal: 'ideas',
    });
    expect((await keepMeeting(anEvent(), ['steve'], 'prepared', later)).source).toBe('prepared');
  });

  test('a moved event leaves its old place on the timeline', async () => {
    await keepMeeting(anEvent(), ['steve'], 'spotted', first);
    await keepMeeting(anEvent({ start: '2026-11-25T14:00:00.000Z' }), ['steve'], 'spotted', later);
    expect(await meetingsBefore('steve', '2026-11-24T00:00:00.000Z', 9)).toEqual([]);
    expect(await meetingsBefore('steve', '2026-11-26T00:00:00.000Z', 9)).toHaveLength(1);
  });
});

describe('the notes of a meeting that changes', () => {
  const said = (meetingId: string) =>
    writeMeetingNote({ meetingId, kind: 'said', personIds: ['steve'], at: anEvent().start! }, 'words', first);
  const notesOf = async (id: string, before: string) =>
    (await notesBefore(id, before, 9)).map(({ text, at }) => [text, at]);

  test('moved, they stand at its new time; a guest who loads later has them too', async () => {
    const { id } = await keepMeeting(anEvent(), ['steve'], 'prepared', first);
    await said(id);
    const start = '2026-11-25T14:00:00.000Z';
    const moved = anEvent({ day: '2026-11-25', start, end: null });
    await keepMeeting(moved, ['steve', 'ana'], 'prepared', later);
    expect(await notesOf('steve', '2026-11-24T00:00:00.000Z')).toEqual([]);
    expect(await notesOf('steve', '2026-11-26T00:00:00.000Z')).toEqual([['words', start]]);
    expect(await notesOf('ana', '2026-11-26T00:00:00.000Z')).toEqual([['words', start]]);
    expect(await notesOfMeeting(id)).toMatchObject([
      { personIds: ['steve', 'ana'], updatedAt: later.toISOString() },
    ]);
  });

  test('its agenda goes along, unless it was carried on to a later meeting', async () => {
    const one = await keepMeeting(anEvent(), ['steve'], 'prepared', first);
    const two = await keepMeeting(anEvent({ key: 'two' }), ['steve'], 'prepared', first);
    for (const meeting of [one, two])
      await startAgenda(meeting, { id: 't', title: 'Six steps', steps: [] }, first);
    await db.agendas
      .where('meetingIds')
      .equals(two.id)
      .modify({ meetingIds: [two.id, 'later'] });
    const start = '2026-11-25T14:00:00.000Z';
    for (const key of [anEvent().key, 'two'])
      await keepMeeting(anEvent({ key, day: '2026-11-25', start }), ['steve', 'ana'], 'prepared', later);
    const agendas = await db.agendas.toArray();
    const of = (id: string) => agendas.find(({ meetingIds }) => meetingIds.includes(id));
    expect(of(one.id)).toMatchObject({ at: start, timeline: [`steve ${start}`, `ana ${start}`] });
    expect(of(two.id)).toMatchObject({ at: anEvent().start, personIds: ['steve'] });
  });

  test('the hours of another day are not its own', async () => {
    await keepMeeting(anEvent(), ['steve'], 'spotted', first);
    const allDay = anEvent({ day: '2026-11-20', start: null, end: null });
    expect(await keepMeeting(allDay, ['steve'], 'spotted', later)).toMatchObject({
      day: '2026-11-20',
      start: null,
      end: null,
    });
    const earlier = anEvent({ day: '2026-11-20', start: '2026-11-20T09:00:00.000Z', end: null });
    expect(await keepMeeting(earlier, ['steve'], 'spotted', later)).toMatchObject({ end: null });
  });

  test('nothing of it changed: they are not written again', async () => {
    const { id } = await keepMeeting(anEvent(), ['steve'], 'prepared', first);
    const note = await said(id);
    await keepMeeting(anEvent({ title: 'New' }), ['steve'], 'prepared', later);
    expect((await notesOfMeeting(id))[0]?.updatedAt).toBe(note.updatedAt);
  });
});

describe('whom a kept meeting is with', () => {
  const list = (complete: boolean) => ({
    guests: [{ email: 'ana@example.com', name: null }],
    guestsComplete: complete,
  });
  test.each<[string, Partial<CalendarEvent>, 'spotted' | 'prepared', string[]]>([
    ['a list shown in part', list(false), 'prepared', ['steve', 'ana']],
    ['a list shown in part, only spotted', list(false), 'spotted', ['steve', 'ana']],
    ['a whole list', list(true), 'prepared', ['ana']],
    ['no list', {}, 'prepared', ['steve', 'ana']],
    ['no list, and a new title', { title: 'Ana' }, 'prepared', ['ana']],
    ['no list, only spotted', {}, 'spotted', ['ana']],
  ])('by %s', async (_, change, source, people) => {
    await keepMeeting(anEvent(), ['steve'], source, first);
    const now = await keepMeeting(anEvent(change), ['ana'], 'spotted', later);
    expect(now.personIds).toEqual(people);
  });

  test('by the user’s own answer', async () => {
    await keepMeeting(anEvent(), ['steve'], 'prepared', first);
    await learnSeries(anEvent(), ['ana'], 'chosen', first);
    expect((await keepMeeting(anEvent(), ['ana'], 'prepared', later)).personIds).toEqual(['ana']);
  });
});

test('many at once: new ones, changed ones, one that is there twice', async () => {
  const { id } = await keepMeeting(anEvent(), ['steve'], 'prepared', first);
  await keepMeetings(
    [
      { event: anEvent({ title: 'New' }), personIds: ['steve'] },
      { event: anEvent({ key: 'other', title: 'Half' }), personIds: ['ana'] },
      { event: anEvent({ key: 'other', title: 'Whole' }), personIds: ['ana'] },
    ],
    later,
  );
  const all = await db.meetings.toArray();
  expect(all.map(({ title, source }) => [title, source]).sort()).toEqual([
    ['New', 'prepared'],
    ['Whole', 'spotted'],
  ]);
  expect(all.find(({ title }) => title === 'New')?.id).toBe(id);
});

describe('the history of one person', () => {
  const on = (day: string) =>
    keepMeeting(
      anEvent({ key: `${day} x`, day, start: `${day}T14:00:00.000Z` }),
      ['steve', 'ana'],
      'spotted',
      first,
    );

  test('newest first, only before, at most so many, nobody else’s', async () => {
    for (const day of ['2026-11-05', '2026-11-19', '2026-10-22', '2026-10-08']) await on(day);
    await keepMeeting(anEvent({ key: 'other' }), ['steven'], 'spotted', first);
    await keepMeeting(anEvent({ key: 'no time', start: null, day: null }), ['steve'], 'spotted', first);
    const days = async (before: string, limit: number) =>
      (await meetingsBefore('steve', before, limit)).map(({ day }) => day);
    expect(await days('2026-11-19T14:00:00.000Z', 9)).toEqual(['2026-11-05', '2026-10-22', '2026-10-08']);
    expect(await days('2026-11-19T14:00:00.001Z', 2)).toEqual(['2026-11-19', '2026-11-05']);
    expect(await meetingsBefore('ana', '2027-01-01T00:00:00.000Z', 9)).toHaveLength(4);
    expect(await meetingsBefore('stev', '2027-01-01T00:00:00.000Z', 9)).toEqual([]);
  });

  test('a span of time has its meetings in order, its end left out', async () => {
    for (const day of ['2026-11-05', '2026-11-19', '2026-10-22']) await on(day);
    const found = await meetingsBetween('2026-10-22T14:00:00.000Z', '2026-11-19T14:00:00.000Z');
    expect(found.map(({ day }) => day)).toEqual(['2026-10-22', '2026-11-05']);
  });
});

test('the goal of a meeting is remembered for each of its people; an unknown meeting has none', async () => {
  const steve = await addPerson(personDraft('Steve'));
  const ana = await addPerson(personDraft('Ana'));
  const other = await addPerson(personDraft('Rui'));
  const { id } = await keepMeeting(anEvent(), [steve.id, ana.id, 'gone'], 'prepared', first);
  await setMeetingGoal(id, 'shared-problem', later);
  expect(await meetingOfEvent(anEvent().key)).toMatchObject({
    goal: 'shared-problem',
    updatedAt: later.toISOString(),
  });
  expect((await readPerson(steve.id))?.goal).toBe('shared-problem');
  expect((await readPerson(ana.id))?.goal).toBe('shared-problem');
  expect((await readPerson(other.id))?.goal).toBeNull();
  await setMeetingGoal('gone', 'ideas', later);
  expect(await db.meetings.count()).toBe(1);
});

test('the goal of the next meeting: remembered, set where that meeting has one of its own, and taken back', async () => {
  const steve = await addPerson({ ...personDraft('Steve Tan', []), goal: 'rapport' });
  const chosen = await keepMeeting(anEvent(), [steve.id], 'prepared', first);
  await db.meetings.update(chosen.id, { goal: 'clarity' });
  const open = await keepMeeting(anEvent({ key: 'other diane@example.com' }), [steve.id], 'prepared', first);
  const goals = async () => [
    (await readPerson(steve.id))?.goal,
    (await db.meetings.get(chosen.id))?.goal,
    (await db.meetings.get(open.id))?.goal,
  ];
  const undo = await setNextGoal(steve.id, chosen.id, 'ideas', later);
  expect(await goals()).toEqual(['ideas', 'ideas', null]);
  await undo();
  expect(await goals()).toEqual(['rapport', 'clarity', null]);
  await setNextGoal(steve.id, open.id, 'support', later);
  expect(await goals()).toEqual(['support', 'clarity', null]);
  await (await setNextGoal('gone', chosen.id, 'ideas', later))();
  expect(await goals()).toEqual(['support', 'clarity', null]);
});

test('ahead is what is not over: later, going on, and one of today or later whose time is not known', async () => {
  const at = (hour: number, day = 19) => new Date(2026, 10, day, hour).toISOString();
  const kept = async (key: string, change: Partial<CalendarEvent>) =>
    (await keepMeeting(anEvent({ key, start: null, end: null, day: null, ...change }), ['steve'], 'spotted'))
      .id;
  await kept('over c', { start: at(10), end: at(11), day: '2026-11-19' });
  await kept('no end c', { start: at(10) });
  await kept('yesterday c', { day: '2026-11-18' });
  const ahead = [
    await kept('going on c', { start: at(11), end: at(13) }),
    await kept('later c', { start: at(15), end: at(16), day: '2026-11-19' }),
    await kept('today c', { day: '2026-11-19' }),
    await kept('next week c', { day: '2026-11-26' }),
  ];
  expect(new Set(await meetingsAhead(new Date(2026, 10, 19, 12)))).toEqual(new Set(ahead));
});

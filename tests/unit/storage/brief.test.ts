import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addActionItem } from '../../../storage/action-items.ts';
import { type BriefTarget, readBrief, readPreparedBrief } from '../../../storage/brief.ts';
import { readBriefQuestions } from '../../../storage/brief-questions.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { rows, shownPerson } from '../../bench/rows.ts';
import { anAsking, anEvent, aPerson } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const NOW = new Date('2026-11-19T13:48:00.000Z');
const on = (personIds: string[], change = {}): BriefTarget => ({
  kind: 'event',
  event: anEvent(change),
  personIds,
});

describe('what it is about', () => {
  test('an event: known by its key once it is kept, with the page’s own words before', async () => {
    await db.people.add(aPerson());
    expect(await readBrief(on(['steve'], { title: 'New title' }), NOW)).toMatchObject({
      meeting: undefined,
      title: 'New title',
      start: anEvent().start,
      peers: [{ person: { id: 'steve' }, past: [], notes: [] }],
      notes: [],
    });
    const meeting = await keepMeeting(anEvent(), ['steve'], 'prepared');
    expect((await readBrief(on(['steve'], { start: null }), NOW))?.start).toBe(anEvent().start);
    expect((await readBrief({ kind: 'meeting', meetingId: meeting.id }, NOW))?.meeting?.id).toBe(meeting.id);
  });

  test.each<[string, BriefTarget]>([
    ['a meeting that is gone', { kind: 'meeting', meetingId: 'gone' }],
    ['an event whose people are all gone', on(['gone', 'too'])],
  ])('%s: nothing', async (_, target) => {
    expect(await readBrief(target, NOW)).toBeUndefined();
  });

  test('once kept, it is what the meeting says: its day, its end, and a guest that another window has read', async () => {
    await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana', name: 'Ana' })]);
    await keepMeeting(anEvent(), ['steve', 'ana'], 'prepared');
    const brief = await readBrief(on(['steve'], { day: null, start: null, end: null }), NOW);
    expect(brief).toMatchObject({
      day: anEvent().day,
      start: anEvent().start,
      end: anEvent().end,
      peers: [{ person: { id: 'steve' } }, { person: { id: 'ana' } }],
    });
  });

  test('prepared: a moved event and guests who loaded since are in it at once; nobody known, nothing', async () => {
    await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana', name: 'Ana' })]);
    await keepMeeting(anEvent(), ['steve'], 'spotted');
    const start = '2026-11-19T15:00:00.000Z';
    const brief = await readPreparedBrief(on(['steve', 'ana'], { start }));
    expect(brief).toMatchObject({ start, meeting: { source: 'prepared', start }, peers: [{}, {}] });
    expect(await readPreparedBrief(on(['gone'], { key: 'other' }))).toBeUndefined();
    expect(await db.meetings.count()).toBe(1);
  });

  test('prepared: one that was spotted as it is now is shown without a write before it', async () => {
    await db.people.add(aPerson());
    await keepMeeting(anEvent(), ['steve'], 'spotted');
    expect(await readPreparedBrief(on(['steve']))).toMatchObject({ meeting: { source: 'spotted' } });
    expect(await db.meetings.toArray()).toMatchObject([{ source: 'spotted' }]);
  });

  test('of several people, those who are still there', async () => {
    await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana', name: 'Ana' })]);
    const brief = await readBrief(on(['gone', 'ana', 'steve']), NOW);
    expect(brief?.peers.map(({ person }) => person.id)).toEqual(['ana', 'steve']);
  });
});

test('past meetings are those that have begun, without this one; of a past meeting, those before it', async () => {
  await db.people.add(aPerson());
  const at = (key: string, start: string) => keepMeeting(anEvent({ key, start }), ['steve'], 'spotted');
  await at('older', '2026-11-01T10:00:00.000Z');
  await at('old', '2026-11-10T10:00:00.000Z');
  await at('tomorrow', '2026-11-20T10:00:00.000Z');
  const own = await at('own', '2026-11-26T10:00:00.000Z');
  const past = async (target: BriefTarget, now = NOW) =>
    (await readBrief(target, now))?.peers[0]?.past.map(({ eventKey }) => eventKey);
  expect(await past({ kind: 'meeting', meetingId: own.id })).toEqual(['old', 'older']);
  expect(await past(on(['steve'], { key: 'old', start: '2026-11-10T10:00:00.000Z' }))).toEqual(['older']);
  expect(await past({ kind: 'meeting', meetingId: own.id }, new Date('2026-11-27T10:00:00.000Z'))).toEqual([
    'tomorrow',
    'old',
    'older',
  ]);
});

test('notes of this meeting stand apart from those before it', async () => {
  await db.people.add(aPerson());
  const meeting = await keepMeeting(anEvent(), ['steve'], 'prepared');
  const of = { kind: 'said', personIds: ['steve'] } as const;
  await writeMeetingNote({ ...of, meetingId: meeting.id, at: anEvent().start! }, 'now');
  await writeMeetingNote({ ...of, meetingId: 'old', at: '2026-11-01T10:00:00.000Z' }, 'then');
  await addThought(['steve'], 'during', null, new Date('2026-11-19T14:10:00.000Z'));
  const read = async (now: Date) => {
    const brief = await readBrief(on(['steve']), now);
    return [brief?.notes.map(({ text }) => text), brief?.peers[0]?.notes.map(({ text }) => text)];
  };
  expect(await read(NOW)).toEqual([['now'], ['during', 'then']]);
  // Days later, its brief leads up to it again.
  expect(await read(new Date('2026-11-25T10:00:00.000Z'))).toEqual([['now'], ['then']]);
});

test('what is open with any of them, each once', async () => {
  await db.people.bulkAdd([aPerson(), aPerson({ id: 'ana' })]);
  const add = (personIds: string[], text: string) =>
    addActionItem({ personIds, owner: 'both', text, due: null });
  await add(['steve', 'ana'], 'both of them');
  await add(['ana'], 'ana alone');
  await add(['rui'], 'somebody else');
  expect((await readBrief(on(['steve', 'ana']), NOW))?.items.map(({ text }) => text).sort()).toEqual([
    'ana alone',
    'both of them',
  ]);
});

test('all that was asked within six months is read, and of the time before the newest', async () => {
  await db.people.add(aPerson());
  const asked = (count: number, at: string) =>
    db.askings.bulkAdd(
      Array.from({ length: count }, (_, index) => anAsking({ id: `${at} ${index}`, meetingId: 'met', at })),
    );
  const read = async () => (await readBriefQuestions(['steve'], NOW)).askings.map(({ at }) => at);
  const lately = '2026-05-19T13:48:00.000Z';
  await asked(5, '2025-01-01T10:00:00.000Z');
  await asked(450, lately);
  expect((await read()).filter((at) => at === lately)).toHaveLength(450);
  expect(await read()).toHaveLength(455);
  await asked(500, '2025-06-01T10:00:00.000Z');
  expect(await read()).toHaveLength(850);
});

describe('how much is read', () => {
  let read = 0;
  const count = (row: object) => {
    read += 1;
    return row;
  };
  beforeEach(() => {
    for (const table of db.tables) table.hook('reading', count);
  });
  afterEach(() => {
    for (const table of db.tables) table.hook('reading').unsubscribe(count);
  });

  async function readOf(notes: number): Promise<number> {
    await Promise.all(db.tables.map((table) => table.clear()));
    for (const [name, all] of Object.entries(rows(notes, 0, NOW))) await db.table(name).bulkAdd(all);
    read = 0;
    const brief = await readBrief(on([shownPerson]), NOW);
    expect(brief?.peers[0]?.notes.length).toBeGreaterThan(0);
    await readBriefQuestions([shownPerson], NOW);
    return read;
  }

  test('as many rows of ten thousand notes over two hundred people as of five thousand', async () => {
    const few = await readOf(5_000);
    const many = await readOf(10_000);
    expect(few).toBeGreaterThan(20);
    expect(many).toBe(few);
    expect(many).toBeLessThan(150);
  }, 60_000);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { recordAsking, recordSuggested } from '../../../storage/askings.ts';
import { readBrief } from '../../../storage/brief.ts';
import { db } from '../../../storage/db.ts';
import { setMeetingGoal } from '../../../storage/meeting-goal.ts';
import { isNextTime, meetingsBefore } from '../../../storage/meetings.ts';
import { nextTime, settleNextTimes } from '../../../storage/next-time.ts';
import { notesBefore } from '../../../storage/notes.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { aPerson } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const write = (meetingId: string, kind: 'before' | 'said', now: Date, text = 'words') =>
  writeMeetingNote({ meetingId, kind, personIds: ['steve'], at: now.toISOString() }, text, now);
const asking = (meetingId: string) => ({
  personId: 'steve',
  questionId: 'q',
  meetingId,
  text: 'What slips?',
  level: 'easy' as const,
});

describe('the meeting that no event stands for', () => {
  test('is one for each person, without a time, until it takes place', async () => {
    const one = await nextTime('steve', at(1, 10));
    expect(isNextTime(one.eventKey)).toBe(true);
    expect((await nextTime('steve', at(19, 10))).id).toBe(one.id);
    expect((await nextTime('steven', at(1, 10))).id).not.toBe(one.id);
    expect((await nextTime('stev', at(1, 10))).personIds).toEqual(['stev']);
    expect(await meetingsBefore('steve', '2027', 9)).toEqual([]);
  });

  test('two windows at once get the same one, also when a new one begins', async () => {
    const both = () => Promise.all([nextTime('steve', at(19, 23, 59)), nextTime('steve', at(20, 0))]);
    const [a, b] = await both();
    expect(a.id).toBe(b.id);
    await write(a.id, 'said', at(10, 9));
    await db.meetings.update(a.id, { updatedAt: at(10, 9).toISOString() });
    const [c, d] = await both();
    expect(c.id).toBe(d.id);
    expect(c.id).not.toBe(a.id);
  });

  test('is the same one past midnight, and while it is written of within a day', async () => {
    const one = await nextTime('steve', at(19, 23, 30));
    await write(one.id, 'said', at(19, 23, 50));
    expect((await nextTime('steve', at(20, 0, 10))).id).toBe(one.id);
    await write(one.id, 'said', at(20, 20), 'more words');
    expect((await nextTime('steve', at(21, 19))).id).toBe(one.id);
  });
});

describe('taken place, and a day later', () => {
  test('a new one begins; the last is in the history, with its notes, and is when they last met', async () => {
    await db.people.add(aPerson());
    const one = await nextTime('steve', at(1, 10));
    await write(one.id, 'before', at(2, 10), 'mine');
    await write(one.id, 'said', at(2, 14), 'agreed');
    const two = await nextTime('steve', at(5, 10));
    expect(two.id).not.toBe(one.id);
    expect(two.start).toBeNull();
    expect(await meetingsBefore('steve', at(5, 10).toISOString(), 9)).toMatchObject([
      { id: one.id, start: at(2, 14).toISOString(), day: '2026-11-02' },
    ]);
    const brief = await readBrief({ kind: 'meeting', meetingId: two.id }, at(5, 10));
    expect(brief?.peers[0]?.past.map(({ id }) => id)).toEqual([one.id]);
    expect(brief?.peers[0]?.notes.map(({ text }) => text).sort()).toEqual(['agreed', 'mine']);
    expect(await notesBefore('steve', at(2, 14).toISOString(), 9)).toEqual([]);
  });

  test.each<[string, boolean, (id: string) => Promise<unknown>]>([
    ['what was said', true, (id) => write(id, 'said', at(2, 10))],
    ['preparation alone', false, (id) => write(id, 'before', at(2, 10))],
    ['a goal', false, (id) => setMeetingGoal(id, 'ideas', at(2, 10))],
    ['a question that was asked', true, (id) => recordAsking(asking(id), 'asked', 'Tests', at(2, 10))],
    ['questions that were only shown', false, (id) => recordSuggested([asking(id)], at(2, 10))],
    [
      'a note emptied again',
      false,
      (id) => write(id, 'said', at(2, 10)).then(() => write(id, 'said', at(2, 11), '')),
    ],
  ])('%s', async (_, begins, use) => {
    const one = await nextTime('steve', at(1, 10));
    await use(one.id);
    expect((await nextTime('steve', at(5, 10))).id !== one.id).toBe(begins);
  });

  test('settled for everybody, so that "last met" knows of it; again changes nothing', async () => {
    const one = await nextTime('steve', at(1, 10));
    await nextTime('ana', at(1, 10));
    await write(one.id, 'said', at(2, 14));
    await settleNextTimes(at(3, 13));
    expect(await meetingsBefore('steve', '2027', 9)).toEqual([]);
    await settleNextTimes(at(3, 15));
    const [past] = await meetingsBefore('steve', '2027', 9);
    expect(past?.id).toBe(one.id);
    await settleNextTimes(at(9, 15));
    expect(await db.meetings.get(one.id)).toEqual(past);
    expect(await meetingsBefore('ana', '2027', 9)).toEqual([]);
  });
});

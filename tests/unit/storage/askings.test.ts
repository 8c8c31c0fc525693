import { beforeEach, describe, expect, test } from 'vitest';
import { asking } from '../../../prep/records/question.ts';
import { type AskingOf, readPersonAskings, recordAsking, recordSuggested } from '../../../storage/askings.ts';
import { db } from '../../../storage/db.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const of = (change: Partial<AskingOf> = {}): AskingOf => ({
  personId: 'steve',
  questionId: 'q1',
  meetingId: 'met',
  text: 'What slips first?',
  level: 'central',
  ...change,
});
const first = new Date('2026-11-19T14:00:00.000Z');
const later = new Date('2026-11-19T14:10:00.000Z');
const all = () => db.askings.toArray();

test('one row for a peer, a question and a meeting, whatever becomes of it', async () => {
  await recordSuggested([of(), of({ questionId: 'q2' })], first);
  await recordSuggested([of(), of({ personId: 'ana' })], later);
  await Promise.all([
    recordAsking(of(), 'asked', undefined, later),
    recordAsking(of(), 'asked', 'Tests', later),
  ]);
  const rows = await all();
  expect(rows.every((row) => asking.safeParse(row).success)).toBe(true);
  expect(rows.map((row) => [row.personId, row.questionId, row.state, row.answer, row.at]).sort()).toEqual([
    ['ana', 'q1', 'suggested', '', later.toISOString()],
    ['steve', 'q1', 'asked', 'Tests', later.toISOString()],
    ['steve', 'q2', 'suggested', '', first.toISOString()],
  ]);
});

test('an answer keeps when it was asked; taken off, the answer stays for later', async () => {
  await recordAsking(of(), 'asked', undefined, first);
  await recordAsking(of(), 'asked', 'Tests', later);
  expect(await all()).toMatchObject([{ at: first.toISOString(), answer: 'Tests' }]);
  await recordAsking(of(), 'suggested', undefined, later);
  await recordAsking(of(), 'asked', undefined, later);
  expect(await all()).toMatchObject([{ answer: 'Tests' }]);
});

describe('the way back', () => {
  test('of a swap: it is the question shown last, and so takes its place again', async () => {
    await recordSuggested([of()], first);
    const undo = await recordAsking(of(), 'swapped', undefined, later);
    await recordSuggested([of({ questionId: 'q2' })], later);
    await undo();
    const [one, two] = (await all()).sort((a, b) => a.questionId.localeCompare(b.questionId));
    expect([one?.state, two?.state]).toEqual(['suggested', 'suggested']);
    expect(Date.parse(one!.at)).toBeGreaterThan(Date.parse(two!.at));
  });

  test('of a swap before the brief was noted: the same', async () => {
    const undo = await recordAsking(of(), 'swapped', undefined, first);
    await undo();
    expect(await all()).toMatchObject([{ state: 'suggested', level: 'central' }]);
  });

  test('of what no brief shows: nothing is left', async () => {
    const undo = await recordAsking(of({ meetingId: null, level: null }), 'kept', undefined, first);
    expect(await all()).toHaveLength(1);
    await undo();
    await undo();
    expect(await all()).toEqual([]);
  });

  test('of an asking that was answered: as it was, and when', async () => {
    await recordAsking(of(), 'asked', 'Tests', first);
    const undo = await recordAsking(of(), 'asked', 'Other', later);
    await undo();
    expect(await all()).toMatchObject([{ answer: 'Tests', at: first.toISOString(), state: 'asked' }]);
  });
});

test('without a meeting it is found by the person, and mixed up with no meeting’s', async () => {
  await recordAsking(of(), 'asked', undefined, first);
  await recordAsking(of({ meetingId: null }), 'kept', undefined, first);
  await recordAsking(of({ meetingId: null }), 'kept', undefined, later);
  expect(await all()).toHaveLength(2);
});

test('all of one person, oldest first, and of nobody whose id begins alike', async () => {
  await recordAsking(of({ questionId: 'new' }), 'asked', undefined, later);
  await recordAsking(of({ questionId: 'old' }), 'asked', undefined, first);
  await recordAsking(of({ personId: 'steven' }), 'asked', undefined, first);
  expect((await readPersonAskings('steve')).map(({ questionId }) => questionId)).toEqual(['old', 'new']);
});

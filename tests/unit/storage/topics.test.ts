import { beforeEach, expect, test } from 'vitest';
import { topic } from '../../../prep/records/topic.ts';
import { db } from '../../../storage/db.ts';
import { addTopic, carryTopics, changeTopic } from '../../../storage/topics.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const later = new Date('2026-11-19T10:00:00.000Z');
const openWith = (id: string) => db.topics.where('openFor').equals(id).count();

test('an added one is open for each of its people, and a whole record', async () => {
  const added = await addTopic(['steve', 'ana'], 'Sign-off');
  expect(topic.safeParse(added).success).toBe(true);
  expect([await openWith('steve'), await openWith('ana')]).toEqual([1, 1]);
});

test.each(['covered', 'dropped'] as const)(
  '%s: off the lists, with the time; undo puts it back',
  async (state) => {
    const { id } = await addTopic(['steve'], 'Sign-off');
    const undo = await changeTopic(id, { state }, later);
    expect(await db.topics.get(id)).toMatchObject({ state, closedAt: later.toISOString() });
    expect(await openWith('steve')).toBe(0);
    await undo();
    expect(await db.topics.get(id)).toMatchObject({ state: 'open', closedAt: null });
    expect(await openWith('steve')).toBe(1);
  },
);

test('new words and back; an unknown id changes nothing', async () => {
  const { id } = await addTopic(['steve'], 'Sign-off');
  const undo = await changeTopic(id, { text: 'Who signs off' });
  expect(await db.topics.get(id)).toMatchObject({ text: 'Who signs off', state: 'open' });
  await undo();
  expect(await db.topics.get(id)).toMatchObject({ text: 'Sign-off' });
  await (await changeTopic('gone', { text: 'x' }))();
  expect(await db.topics.count()).toBe(1);
});

test('a meeting carries a topic once, and the count is bounded', async () => {
  const { id } = await addTopic(['steve'], 'Sign-off');
  await carryTopics([id, 'gone'], 'met 1');
  await Promise.all([carryTopics([id], 'met 1'), carryTopics([id], 'met 2')]);
  expect((await db.topics.get(id))?.raisedIn).toEqual(['met 1', 'met 2']);
  await db.topics.update(id, { raisedIn: [...Array(1_000).keys()].map((index) => `m${index}`) });
  await carryTopics([id], 'met 3');
  const { raisedIn = [] } = (await db.topics.get(id)) ?? {};
  expect(raisedIn).toHaveLength(1_000);
  expect(raisedIn.at(-1)).toBe('met 3');
});

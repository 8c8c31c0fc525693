import { beforeEach, expect, test } from 'vitest';
import { fact } from '../../../prep/records/fact.ts';
import { db } from '../../../storage/db.ts';
import { addFact, confirmFact, noteFactsShown } from '../../../storage/facts.ts';
import { lastShownFacts } from '../../../storage/shown-facts.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const learnt = new Date(2025, 5, 1, 10);
const later = new Date(2026, 10, 19, 10);

test('learnt today, in the user’s own zone, never shown', async () => {
  const added = await addFact('steve', 'Took up the cello', 'hobby', learnt);
  expect(fact.safeParse(added).success).toBe(true);
  expect(added).toMatchObject({
    learntOn: '2025-06-01',
    confirmedOn: '2025-06-01',
    shownAt: null,
    kind: 'hobby',
  });
  expect(await db.facts.where('personId').equals('steve').toArray()).toEqual([added]);
});

test('still true: the day moves, and back; showing it stays noted', async () => {
  const { id } = await addFact('steve', 'Took up the cello', 'hobby', learnt);
  const undo = await confirmFact(id, later);
  expect(await db.facts.get(id)).toMatchObject({ confirmedOn: '2026-11-19', learntOn: '2025-06-01' });
  await noteFactsShown('steve', { meetingId: 'met', ids: [id] }, later);
  expect(await lastShownFacts('steve')).toEqual({ meetingId: 'met', ids: [id] });
  expect(await lastShownFacts('ana')).toBeUndefined();
  await undo();
  expect(await db.facts.get(id)).toMatchObject({ confirmedOn: '2025-06-01', shownAt: later.toISOString() });
});

test('unknown ids are passed over', async () => {
  await (await confirmFact('gone', later))();
  await noteFactsShown('steve', { meetingId: 'met', ids: ['gone'] }, later);
  expect(await db.facts.count()).toBe(0);
});

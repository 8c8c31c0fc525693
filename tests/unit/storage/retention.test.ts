import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../storage/db.ts';
import {
  deleteOldNotes,
  oldBefore,
  oldNotes,
  readRetention,
  setRetention,
} from '../../../storage/retention.ts';
import { addThought } from '../../../storage/thoughts.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const NOW = new Date('2026-11-20T09:00:00.000Z');

test('off until it is set, and what is no choice is off', async () => {
  expect(await readRetention()).toBe(0);
  await setRetention(12);
  expect(await readRetention()).toBe(12);
  await setRetention(7);
  expect(await readRetention()).toBe(0);
});

test.each([
  [6, '2026-11-20T09:00:00.000Z', '2026-05-20T09:00:00.000Z'],
  [12, '2026-11-20T09:00:00.000Z', '2025-11-20T09:00:00.000Z'],
  [6, '2026-08-31T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
])('%s months before %s', (months, now, before) => {
  expect(oldBefore(months, new Date(now))).toBe(before);
});

test('only notes that are older are offered, and deleting them can be taken back', async () => {
  await addThought(['steve'], 'old', null, new Date('2024-01-01T09:00:00.000Z'));
  const touched = await addThought(
    ['steve'],
    'old, changed since',
    null,
    new Date('2024-01-02T09:00:00.000Z'),
  );
  await db.notes.update((await db.notes.toArray()).find(({ text }) => text.includes('since'))?.id ?? '', {
    updatedAt: '2026-11-01T09:00:00.000Z',
  });
  expect(touched).toBeDefined();
  await addThought(['steve'], 'new', null, NOW);
  expect(await oldNotes(0, NOW)).toEqual([]);
  expect(await oldNotes(12, NOW)).toHaveLength(1);
  const { count, undo } = await deleteOldNotes(12, NOW);
  expect(count).toBe(1);
  expect((await db.notes.toArray()).map(({ text }) => text).sort()).toEqual(['new', 'old, changed since']);
  await undo();
  expect(await db.notes.count()).toBe(3);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db, type NoteRow } from '../../../storage/db.ts';
import { live } from '../../../storage/live.ts';
import { KEY_BYTES } from '../../../storage/lock-cipher.ts';
import { useSealer } from '../../../storage/lock-door.ts';
import { sealerOf } from '../../../storage/lock-layer.ts';
import { noteRow } from '../../../storage/notes.ts';
import { replaceRow } from '../../../storage/replace-row.ts';
import { addThought } from '../../../storage/thoughts.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(() => useSealer(undefined));

async function two(): Promise<{ before: NoteRow; after: NoteRow }> {
  const before = noteRow(await addThought(['steve'], 'first', null, new Date('2026-11-19T09:00:00.000Z')));
  return { before, after: { ...before, text: 'second', updatedAt: '2026-11-20T09:00:00.000Z' } };
}

test('puts the row there, and whoever looks at it sees it', async () => {
  const { before, after } = await two();
  const seen: unknown[] = [];
  const stop = new AbortController();
  live(
    async () => (await db.notes.where('updatedAt').above('2026-11-20').toArray()).map(({ text }) => text),
    ({ value }) => void seen.push(value),
    stop.signal,
  );
  await vi.waitFor(() => expect(seen).toEqual([[]]));
  expect(await replaceRow('notes', before, after)).toBe(true);
  expect(await db.notes.get(before.id)).toEqual(after);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['second']));
  stop.abort();
});

test.each<[string, (row: NoteRow) => Promise<unknown>, (row: NoteRow) => NoteRow[]]>([
  ['was changed', (row) => db.notes.put({ ...row, text: 'other' }), (row) => [{ ...row, text: 'other' }]],
  ['is gone', (row) => db.notes.delete(row.id), () => []],
])('leaves everything as it is when the row %s', async (_, change, left) => {
  const { before, after } = await two();
  await change(before);
  expect(await replaceRow('notes', before, after)).toBe(false);
  expect(await db.notes.toArray()).toEqual(left(before));
});

test('writes nothing in the clear where rows are sealed, nor within another transaction', async () => {
  const { before, after } = await two();
  await db.transaction('rw', db.notes, async () => {
    expect(await replaceRow('notes', before, after)).toBe(false);
  });
  useSealer(sealerOf(btoa('k'.repeat(KEY_BYTES)), true));
  expect(await replaceRow('notes', before, after)).toBe(false);
  useSealer(undefined);
  expect(await db.notes.toArray()).toEqual([before]);
});

test('throws what the browser refuses with', async () => {
  const { before, after } = await two();
  const full = new DOMException('full', 'QuotaExceededError');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw full;
  });
  await expect(replaceRow('notes', before, after)).rejects.toBe(full);
  put.mockRestore();
  expect(await db.notes.toArray()).toEqual([before]);
});

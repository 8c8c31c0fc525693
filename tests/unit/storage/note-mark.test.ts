import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openBackup } from '../../../storage/backup/read.ts';
import { db } from '../../../storage/db.ts';
import { expireNotes, markMeetingNote, markNote, readMeetingNote } from '../../../storage/note-mark.ts';
import { listSnapshots, openSnapshot, takeSnapshot } from '../../../storage/snapshots.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';

const NOW = new Date(2026, 10, 21, 12);
const OF = { meetingId: 'm', kind: 'said', personIds: ['ana'], at: NOW.toISOString() } as const;

afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

test('a note is marked before a word of it is written, and keeps its mark as it is', async () => {
  await markMeetingNote(OF, 'vent-7', NOW);
  await writeMeetingNote(OF, 'He was late again', NOW);
  expect(await db.notes.toArray()).toMatchObject([
    { text: 'He was late again', sensitivity: 'vent', expiresOn: '2026-11-28', timeline: [`ana ${OF.at}`] },
  ]);
  expect(await readMeetingNote({ ...OF, kind: 'before' })).toBeUndefined();
});

test('the mark is taken back, the words stay', async () => {
  const { id } = await addThought(['ana'], 'A thought', null, NOW);
  await db.notes.update(id, { shareable: true });
  const undo = await markNote(id, 'vent', NOW);
  expect(await db.notes.get(id)).toMatchObject({ sensitivity: 'vent', shareable: false });
  await db.notes.update(id, { text: 'More of it' });
  await undo();
  expect(await db.notes.get(id)).toMatchObject({
    sensitivity: 'normal',
    shareable: true,
    text: 'More of it',
  });
  await markNote('gone', 'vent', NOW);
});

test('notes go on their day, at an opening, and leave no word behind', async () => {
  const ids: string[] = [];
  for (const mark of ['normal', 'vent', 'vent-7', 'vent-30'] as const) {
    const { id } = await addThought(['ana'], `secret ${mark}`, null, NOW);
    await markNote(id, mark, NOW);
    ids.push(id);
  }
  expect(await expireNotes(new Date(2026, 10, 27, 23, 59))).toBe(0);
  expect(await expireNotes(new Date(2026, 10, 28, 0, 1))).toBe(1);
  expect(await expireNotes(new Date(2026, 10, 28, 0, 1))).toBe(0);
  expect(await expireNotes(new Date(2027, 1, 1))).toBe(1);
  expect((await db.notes.toArray()).map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
  expect(JSON.stringify(await db.tombstones.toArray())).not.toContain('secret');
});

test('what has gone by itself is in no copy either, also as it was before it was marked', async () => {
  const { id } = await addThought(['ana'], 'too much to say', null, NOW);
  await addThought(['ana'], 'this stays', null, NOW);
  await takeSnapshot('time', NOW);
  await markNote(id, 'vent-7', NOW);
  await db.notes.update(id, { text: 'even more of it' });
  await takeSnapshot('update', new Date(2026, 10, 22, 12));
  const copies = async () =>
    Promise.all((await listSnapshots()).map(async (one) => readAll(await openSnapshot(one.id))));
  expect((await copies()).join()).toMatch(/even more of it.*too much to say/s);
  const before = await listSnapshots();
  await expireNotes(new Date(2026, 10, 29, 12));
  const after = await copies();
  expect(after).toHaveLength(2);
  for (const copy of after) {
    expect(copy).toContain('this stays');
    expect(copy).not.toMatch(/too much|even more/);
  }
  expect((await listSnapshots()).map(({ at, records }) => [at, records])).toEqual(
    before.map(({ at, records }) => [at, records - 1]),
  );
  // Nothing goes: the copies are left as they are.
  const kept = await listSnapshots();
  await expireNotes(new Date(2026, 10, 29, 13));
  expect(await listSnapshots()).toEqual(kept);
});

test('a copy that cannot be rewritten keeps the note for the next time', async () => {
  const { id } = await addThought(['ana'], 'secret', null, NOW);
  await markNote(id, 'vent-7', NOW);
  await takeSnapshot('time', NOW);
  const broken = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('no room'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await expect(expireNotes(new Date(2026, 10, 29))).rejects.toThrow('no room');
  expect(await db.notes.get(id)).toBeDefined();
  broken.mockRestore();
  expect(await expireNotes(new Date(2026, 10, 29))).toBe(1);
});

/** The text of a copy, unpacked. */
async function readAll(file: Blob | undefined): Promise<string> {
  let all = '';
  for await (const piece of (await openBackup(file as Blob)).text()) all += piece;
  return all;
}

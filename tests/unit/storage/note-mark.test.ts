import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../storage/db.ts';
import { expireNotes, markMeetingNote, markNote, readMeetingNote } from '../../../storage/note-mark.ts';
import { addThought, writeMeetingNote } from '../../../storage/notes.ts';

const NOW = new Date(2026, 10, 21, 12);
const OF = { meetingId: 'm', kind: 'said', personIds: ['ana'], at: NOW.toISOString() } as const;

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

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { addThought, notesBefore, notesOfMeeting, writeMeetingNote } from '../../../storage/notes.ts';
import { keepUnsavedNote, noteSaver, saveUnsavedNotes } from '../../../storage/unsaved-notes.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const MET = '2026-11-19T14:00:00.000Z';
const said = { meetingId: 'met', kind: 'said', personIds: ['steve'], at: MET } as const;
const first = new Date('2026-11-19T14:10:00.000Z');
const later = new Date('2026-11-19T14:20:00.000Z');
const texts = async () => (await db.notes.toArray()).map(({ text }) => text);

describe('a meeting’s note', () => {
  test('there is one of each kind, brought up to date, whoever writes at once', async () => {
    const { id } = await writeMeetingNote(said, 'a', first);
    await Promise.all([
      writeMeetingNote(said, 'ab', later),
      writeMeetingNote(said, 'abc', later),
      writeMeetingNote({ ...said, kind: 'before' }, 'mine', later),
    ]);
    const notes = await notesOfMeeting('met');
    expect(notes.map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['before', 'mine'],
      ['said', 'abc'],
    ]);
    expect(notes.find((note) => note.kind === 'said')).toMatchObject({
      id,
      createdAt: first.toISOString(),
      updatedAt: later.toISOString(),
    });
  });

  test('nothing written makes no note; emptied, it stays, and is not in the history', async () => {
    await writeMeetingNote(said, '');
    expect(await texts()).toEqual([]);
    await writeMeetingNote(said, 'words');
    await writeMeetingNote(said, '');
    expect(await texts()).toEqual(['']);
    expect(await notesBefore('steve', '2027', 5)).toEqual([]);
  });

  test('is found by its people and its meeting’s time, also when these change', async () => {
    await writeMeetingNote(said, 'words');
    await writeMeetingNote({ ...said, personIds: ['ana', 'steve'], at: '2026-11-20T09:00:00.000Z' }, 'words');
    expect(await notesBefore('ana', '2026-11-20T09:00:00.001Z', 5)).toHaveLength(1);
    expect(await notesBefore('steve', '2026-11-20T09:00:00.000Z', 5)).toEqual([]);
  });
});

describe('the notes before an instant', () => {
  const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const write = (day: number, text: string) =>
    writeMeetingNote({ ...said, meetingId: `met ${day}`, at: at(day) }, text);

  test('newest first, as many as asked for, of this person alone, none that is blank', async () => {
    for (let day = 1; day <= 9; day += 1) await write(day, day % 2 ? `day ${day}` : '  ');
    await addThought(['steven'], 'another person whose id begins alike', null, new Date(at(4)));
    const found = async (limit: number) => (await notesBefore('steve', at(9), limit)).map(({ text }) => text);
    expect(await found(2)).toEqual(['day 7', 'day 5']);
    expect(await found(20)).toEqual(['day 7', 'day 5', 'day 3', 'day 1']);
  });

  test('many blank ones in between do not hide those that are older', async () => {
    await write(1, 'the oldest');
    for (let day = 2; day <= 20; day += 1) await write(day, ' ');
    expect(await notesBefore('steve', at(30), 2)).toMatchObject([{ text: 'the oldest' }]);
  });

  test('thoughts caught since come along when asked for, notes of later meetings do not', async () => {
    await write(1, 'before');
    await write(20, 'a later meeting');
    await addThought(['steve'], 'caught since', null, new Date(at(12)));
    const found = async (thoughtsSince: boolean) =>
      (await notesBefore('steve', at(10), 20, { thoughtsSince })).map(({ text }) => text);
    expect(await found(false)).toEqual(['before']);
    expect(await found(true)).toEqual(['caught since', 'before']);
  });
});

describe('what the database would not take', () => {
  const local = () => browser.storage.local.get(null);

  test('is kept in the other store until the same writer gets it through', async () => {
    const save = noteSaver();
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(save(said, 'one')).rejects.toThrow('disk full');
    await expect(save(said, 'one two')).rejects.toThrow('disk full');
    expect(Object.values(await local())).toMatchObject([{ text: 'one two', of: said }]);
    put.mockRestore();
    await save(said, 'one two three');
    expect(await local()).toEqual({});
    expect(await texts()).toEqual(['one two three']);
  });

  test('another writer’s success does not throw it away', async () => {
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(noteSaver()(said, 'kept')).rejects.toThrow();
    put.mockRestore();
    await noteSaver()(said, 'written since');
    expect(Object.values(await local())).toMatchObject([{ text: 'kept' }]);
  });

  test('is written the next time, in place of what is older', async () => {
    await writeMeetingNote(said, 'half a sen', first);
    await keepUnsavedNote(said, 'half a sentence', later);
    await keepUnsavedNote({ ...said, kind: 'before' }, 'and mine', later);
    await saveUnsavedNotes();
    expect((await texts()).sort()).toEqual(['and mine', 'half a sentence']);
    expect(await local()).toEqual({});
    await saveUnsavedNotes();
    expect(await texts()).toHaveLength(2);
  });

  test('comes below what was written elsewhere since, and changes nothing that is the same', async () => {
    await keepUnsavedNote(said, 'mine', first);
    await writeMeetingNote(said, 'theirs', later);
    await saveUnsavedNotes();
    expect(await texts()).toEqual(['theirs\n\nmine']);
    const [note] = await db.notes.toArray();
    await keepUnsavedNote(said, 'theirs\n\nmine', first);
    await saveUnsavedNotes();
    expect(await db.notes.toArray()).toEqual([note]);
  });

  test('still refused, it waits; other things in the store are left alone', async () => {
    await browser.storage.local.set({ 'draft capture': 'a thought' });
    await keepUnsavedNote(said, 'mine', first);
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(saveUnsavedNotes()).rejects.toThrow('disk full');
    expect(Object.keys(await local())).toHaveLength(2);
    put.mockRestore();
    await saveUnsavedNotes();
    expect(await local()).toEqual({ 'draft capture': 'a thought' });
  });
});

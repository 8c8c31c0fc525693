import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addActionItem } from '../../../storage/action-items.ts';
import { recordAnswer, recordAsking } from '../../../storage/askings.ts';
import { db } from '../../../storage/db.ts';
import { type NoteOf, notesBefore, notesOfMeeting } from '../../../storage/notes.ts';
import { saveUnsaved } from '../../../storage/save-unsaved.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic } from '../../../storage/topics.ts';
import { keepUnsaved, noteSaver } from '../../../storage/unsaved.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { readKept } from '../../setup/kept.ts';

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
  const keepNote = (of: NoteOf, text: string, now: Date) => keepUnsaved({ kind: 'note', of, text }, now);

  test('is kept in the other store until the same writer gets it through', async () => {
    const save = noteSaver();
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(save(said, 'one')).rejects.toThrow('disk full');
    await expect(save(said, 'one two')).rejects.toThrow('disk full');
    expect(Object.values(await readKept())).toMatchObject([{ text: 'one two', of: said }]);
    put.mockRestore();
    await save(said, 'one two three');
    expect(await readKept()).toEqual({});
    expect(await texts()).toEqual(['one two three']);
  });

  test('is one text, as a page that closes may not get an object through', async () => {
    await keepNote(said, 'half a word', first);
    expect(Object.values(await browser.storage.local.get(null))).toEqual([
      expect.stringContaining('half a word'),
    ]);
    await saveUnsaved();
    expect(await texts()).toEqual(['half a word']);
  });

  test('another writer’s success does not throw it away', async () => {
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(noteSaver()(said, 'kept')).rejects.toThrow();
    put.mockRestore();
    await noteSaver()(said, 'written since');
    expect(Object.values(await readKept())).toMatchObject([{ text: 'kept' }]);
  });

  test('is written the next time, in place of what is older', async () => {
    await writeMeetingNote(said, 'half a sen', first);
    await keepNote(said, 'half a sentence', later);
    await keepNote({ ...said, kind: 'before' }, 'and mine', later);
    await saveUnsaved();
    expect((await texts()).sort()).toEqual(['and mine', 'half a sentence']);
    expect(await readKept()).toEqual({});
    await saveUnsaved();
    expect(await texts()).toHaveLength(2);
  });

  test('comes below what was written elsewhere since, and changes nothing that is the same', async () => {
    await keepNote(said, 'mine', first);
    await writeMeetingNote(said, 'theirs', later);
    await saveUnsaved();
    expect(await texts()).toEqual(['theirs\n\nmine']);
    const [note] = await db.notes.toArray();
    await keepNote(said, 'theirs\n\nmine', first);
    await saveUnsaved();
    expect(await db.notes.toArray()).toEqual([note]);
  });

  test('still refused, it waits; other things in the store are left alone', async () => {
    await browser.storage.local.set({ 'draft capture': 'a thought' });
    await keepNote(said, 'mine', first);
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    await expect(saveUnsaved()).rejects.toThrow('disk full');
    expect(Object.keys(await readKept())).toHaveLength(2);
    put.mockRestore();
    await saveUnsaved();
    expect(await readKept()).toEqual({ 'draft capture': 'a thought' });
  });

  test('what it was typed over decides: nothing of two windows is lost', async () => {
    await writeMeetingNote(said, 'one', first);
    await keepUnsaved({ kind: 'note', of: said, text: 'one two', base: 'one' }, first);
    await writeMeetingNote(said, 'theirs', later);
    await saveUnsaved();
    expect(await texts()).toEqual(['theirs\n\none two']);
    await writeMeetingNote(said, 'theirs\n\none two three', later, 'one two');
    expect(await texts()).toEqual(['theirs\n\none two three']);
  });

  test('two windows that close at once each keep their own', async () => {
    await keepNote(said, 'here', first);
    const [[key, value]] = Object.entries(await readKept()) as [[string, object]];
    await browser.storage.local.set({ [`${key} elsewhere`]: { ...value, text: 'there', base: '' } });
    await saveUnsaved();
    expect((await texts())[0]?.split('\n\n').sort()).toEqual(['here', 'there']);
    expect(await readKept()).toEqual({});
  });

  test('a bad entry is said and left, and holds up none of the others', async () => {
    await browser.storage.local.set({
      'unsaved 1': null,
      'unsaved 2': { kind: 'note' },
      'unsaved 3': { kind: 'dream', of: {}, text: 'x', at: '' },
    });
    await keepNote(said, 'mine', first);
    await browser.storage.local.set({ 'unsaved z': { kind: 'note', of: 7, text: 'x', at: '' } });
    await expect(saveUnsaved()).rejects.toThrow();
    expect(await texts()).toEqual(['mine']);
    expect(Object.keys(await readKept()).sort()).toEqual([
      'unsaved 1',
      'unsaved 2',
      'unsaved 3',
      'unsaved z',
    ]);
    await browser.storage.local.remove(Object.keys(await readKept()));
  });

  test('an answer: of all who were asked, and none who answered otherwise', async () => {
    const of = (personId: string) => ({
      personId,
      questionId: 'q',
      meetingId: 'met',
      text: 'What slips?',
      level: null,
    });
    await recordAsking(of('ana'), 'asked', 'her own');
    const all = ['ana', 'steve', 'rui'].map(of);
    await keepUnsaved({ kind: 'answer', of: all, text: 'Tests', base: '' });
    await saveUnsaved();
    const answers = (await db.askings.toArray()).map(({ personId, answer, state }) => [
      personId,
      answer,
      state,
    ]);
    expect(answers.sort()).toEqual([
      ['ana', 'her own', 'asked'],
      ['rui', 'Tests', 'asked'],
      ['steve', 'Tests', 'asked'],
    ]);
    expect(await readKept()).toEqual({});
    await recordAnswer([of('ana')], 'typed here', '');
    expect((await db.askings.where({ personId: 'ana' }).toArray())[0]?.answer).toBe('her own\n\ntyped here');
  });

  test('the words of a promise or a topic, unless they were changed since, or it is gone', async () => {
    const item = await addActionItem({ personIds: ['steve'], owner: 'me', text: 'old', due: null }, first);
    const topic = await addTopic(['steve'], 'old', first);
    const words = (table: 'actionItems' | 'topics', id: string, text: string, now: Date) =>
      keepUnsaved({ kind: 'words', of: { table, id }, text, base: 'old' }, now);
    await words('actionItems', item.id, 'new', later);
    await words('topics', topic.id, 'newer', later);
    await words('topics', 'gone', 'x', later);
    await saveUnsaved();
    expect((await db.actionItems.get(item.id))?.text).toBe('new');
    expect((await db.topics.get(topic.id))?.text).toBe('newer');
    await words('topics', topic.id, 'typed before that', later);
    await saveUnsaved();
    expect((await db.topics.get(topic.id))?.text).toBe('newer');
    expect(await readKept()).toEqual({});
  });
});

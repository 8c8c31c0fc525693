import { ADDED } from '../prep/records/added.ts';
import type { Note } from '../prep/records/note.ts';
import { db } from './db.ts';
import { noteRow } from './notes.ts';
import { newRecord } from './record.ts';

/** Keeps a thought about people, outside a meeting. */
export async function addThought(
  personIds: readonly string[],
  text: string,
  origin: Note['origin'] = null,
  now = new Date(),
  sensitivity: Note['sensitivity'] = 'normal',
): Promise<Note> {
  const fresh = newRecord(now);
  const note: Note = {
    ...fresh,
    ...ADDED.notes,
    sensitivity,
    personIds: [...personIds],
    meetingId: null,
    kind: 'thought',
    text,
    at: fresh.createdAt,
    origin,
  };
  await db.notes.add(noteRow(note));
  return note;
}

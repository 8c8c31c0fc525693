import { isExpired, markFields, type NoteMark } from '../prep/note-mark.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Note } from '../prep/records/note.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { type NoteOf, noteRow, notesOfMeeting } from './notes.ts';
import { localDay, newRecord } from './record.ts';
import { remove, type Undo } from './remove.ts';

/** How a meeting's note is marked; undefined while nothing is written. */
export async function readMeetingNote(of: Pick<NoteOf, 'meetingId' | 'kind'>): Promise<Note | undefined> {
  return (await notesOfMeeting(of.meetingId)).find(({ kind }) => kind === of.kind);
}

/** Marks a meeting's note, also before a word of it is written. @returns the way back */
export async function markMeetingNote(of: NoteOf, mark: NoteMark, now = new Date()): Promise<Undo> {
  const id = await db.transaction('rw', db.notes, async () => {
    const known = await readMeetingNote(of);
    if (known) return known.id;
    const note = {
      ...newRecord(now),
      ...ADDED.notes,
      ...of,
      personIds: [...of.personIds],
      text: '',
      origin: null,
    };
    await db.notes.add(noteRow(note));
    return note.id;
  });
  return markNote(id, mark, now);
}

/** Marks a note. Does nothing for an unknown id. @returns the way back */
export function markNote(id: string, mark: NoteMark, now = new Date()): Promise<Undo> {
  return changeRow(db.notes, id, markFields(mark, localDay(now)), noteRow, now);
}

/**
 * Deletes the notes whose day has come, as was said beside them, here and in the copies that Peerside keeps; run when the
 * panel opens. The copies come first: what could not be taken out of them is tried again the next time. @returns how many
 */
export async function expireNotes(now = new Date()): Promise<number> {
  const today = localDay(now);
  const due = await db.notes.where('expiresOn').belowOrEqual(today).toArray();
  const ids = due.filter((note) => isExpired(note, today)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const { dropNotesFromSnapshots } = await import('./expire-snapshots.ts');
  await dropNotesFromSnapshots(new Set(ids));
  await remove('notes', ids, now);
  return ids.length;
}

import { mergeText } from '../prep/merge-text.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Note } from '../prep/records/note.ts';
import { db, type NoteRow } from './db.ts';
import { type NoteOf, noteRow } from './notes.ts';
import { newRecord } from './record.ts';
import { replaceRow } from './replace-row.ts';

/* Apart from what reads notes: no first screen waits for it. */

/** What this window wrote last: the next key is most likely of the same note. */
let last: NoteRow | undefined;

/**
 * Writes the text of a meeting's note, as typed. An emptied note is kept empty, so that undo in the field
 * still finds it. Safe to repeat: there is one note of each kind per meeting. `base`: what it was typed over; what is
 * stored beside that, by another window, stays.
 */
export async function writeMeetingNote(
  of: NoteOf,
  text: string,
  now = new Date(),
  base?: string,
): Promise<Note> {
  const { meetingId, kind, at } = of;
  const personIds = [...of.personIds];
  const over = (old: Note | undefined): NoteRow =>
    noteRow({
      ...(old ?? { ...newRecord(now), ...ADDED.notes, origin: null }),
      meetingId,
      kind,
      personIds,
      at,
      text: old && base !== undefined ? mergeText(base, text, old.text) : text,
      updatedAt: now.toISOString(),
    });
  if (last?.meetingId === meetingId && last.kind === kind) {
    const row = over(last);
    if (await replaceRow('notes', last, row)) return remember(row);
  }
  return db.transaction('rw', db.notes, async () => {
    // All of them by one request, where a filter would step from row to row.
    const all = await db.notes.where('meetingId').equals(meetingId).toArray();
    const old = all.find((note) => note.kind === kind);
    const row = over(old);
    if (!old && text === '') return row;
    await db.notes.put(row);
    return remember(row);
  });
}

function remember(row: NoteRow): Note {
  last = row;
  return row;
}

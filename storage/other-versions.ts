import { contains } from '../prep/backup/versions.ts';
import type { Note } from '../prep/records/note.ts';
import { db } from './db.ts';
import { noteRow } from './notes.ts';
import { remove, type Undo } from './remove.ts';

/** A note of a meeting, and another text of it that was written elsewhere and is kept beside it. */
export interface OtherVersion {
  note: Note;
  other: Note;
}

/**
 * The other texts among the notes of one meeting: the first of each kind, by id, is the one that its field shows. One whose
 * lines all stand in that has nothing to offer.
 */
export function otherVersions(notes: readonly Note[]): OtherVersion[] {
  const byId = [...notes].sort((a, b) => (a.id < b.id ? -1 : 1));
  return byId.flatMap((other) => {
    const note = byId.find(({ kind }) => kind === other.kind);
    return note && note !== other && other.kind !== 'thought' && !contains(note.text, other.text)
      ? [{ note, other }]
      : [];
  });
}

/** Puts the other text below the one of the note, and takes it away from beside it. @returns the way back */
export async function putBelow({ note, other }: OtherVersion, now = new Date()): Promise<Undo> {
  const write = (id: string, change: (text: string) => string, at: Date) =>
    db.transaction('rw', db.notes, async () => {
      const stored = await db.notes.get(id);
      if (stored)
        await db.notes.put(noteRow({ ...stored, text: change(stored.text), updatedAt: at.toISOString() }));
    });
  const below = `\n\n${other.text}`;
  await write(note.id, (text) => text + below, now);
  const back = await remove('notes', [other.id], now);
  return async () => {
    await back();
    // What was written on meanwhile stays.
    await write(note.id, (text) => (text.endsWith(below) ? text.slice(0, -below.length) : text), new Date());
  };
}

import { mergeText } from '../prep/merge-text.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Note } from '../prep/records/note.ts';
import { db, type NoteRow } from './db.ts';
import { newRecord, timeline, timelineRange } from './record.ts';

/** A note with the keys that find it. */
export function noteRow(note: Note): NoteRow {
  return { ...note, timeline: timeline(note.personIds, note.at) };
}

/** What a meeting's note belongs to. */
export interface NoteOf {
  meetingId: string;
  kind: 'before' | 'said';
  personIds: readonly string[];
  /** The meeting's start, ISO instant. */
  at: string;
}

/** What this window wrote last: the next key is most likely of the same note. */
let last: NoteRow | undefined;
/** The short way to it; nothing that a first screen waits for. */
let quick: typeof import('./replace-row.ts') | undefined;

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
  if (quick && last?.meetingId === meetingId && last.kind === kind) {
    const row = over(last);
    if (await quick.replaceRow('notes', last, row)) return remember(row);
  }
  const written = await db.transaction('rw', db.notes, async () => {
    // All of them by one request, where a filter would step from row to row.
    const all = await db.notes.where('meetingId').equals(meetingId).toArray();
    const old = all.find((note) => note.kind === kind);
    const row = over(old);
    if (!old && text === '') return row;
    await db.notes.put(row);
    return remember(row);
  });
  // Without it, as after an update, it goes the long way on.
  import('./replace-row.ts').then((it) => (quick = it), console.error);
  return written;
}

function remember(row: NoteRow): Note {
  last = row;
  return row;
}

/**
 * A person's notes before an instant, newest first; empty ones are left out. `thoughtsSince`: and the thoughts that were
 * caught after it.
 */
export async function notesBefore(
  personId: string,
  before: string,
  limit: number,
  { thoughtsSince = false } = {},
): Promise<Note[]> {
  const [lower, upper] = timelineRange(personId, thoughtsSince ? undefined : before);
  const wanted = (note: Note) => note.text.trim() !== '' && (note.kind === 'thought' || note.at < before);
  const newest = () => db.notes.where('timeline').between(lower, upper, true, false).reverse();
  // A filter makes the database step from row to row, half of what a brief takes to read; and few notes are left out.
  const most = limit * 2;
  const read = await newest().limit(most).toArray();
  const found = read.filter(wanted);
  if (found.length >= limit || read.length < most) return found.slice(0, limit);
  return newest().filter(wanted).limit(limit).toArray();
}

/** The notes of one meeting. */
export function notesOfMeeting(meetingId: string): Promise<Note[]> {
  return db.notes.where('meetingId').equals(meetingId).toArray();
}

import type { Note } from '../prep/records/note.ts';
import { db, type NoteRow } from './db.ts';
import { timeline, timelineRange } from './record.ts';

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

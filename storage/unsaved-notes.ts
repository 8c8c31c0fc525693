import { browser } from 'wxt/browser';
import { type NoteOf, notesOfMeeting, writeMeetingNote } from './notes.ts';

/*
 * A note's text that the database has not taken: it was full or in trouble, or the page closed before the write was
 * through. Extension storage is another store, and a message to it outlives the page that sends it.
 */

const PREFIX = 'unsaved-note ';

interface Unsaved {
  of: NoteOf;
  text: string;
  /** ISO instant: when it was typed. */
  at: string;
}

const keyOf = ({ meetingId, kind }: NoteOf) => `${PREFIX}${meetingId} ${kind}`;

/** Keeps a text until `saveUnsavedNotes()`; called at once, without waiting for anything. */
export async function keepUnsavedNote(of: NoteOf, text: string, now = new Date()): Promise<void> {
  const unsaved: Unsaved = { of, text, at: now.toISOString() };
  await browser.storage.local.set({ [keyOf(of)]: unsaved });
}

/**
 * Makes what writes a meeting's notes as they are typed. What the database refuses is kept here until the same writer
 * gets it through, and the refusal is thrown.
 */
export function noteSaver(): (of: NoteOf, text: string) => Promise<void> {
  const kept = new Set<string>();
  return async (of, text) => {
    const key = keyOf(of);
    try {
      await writeMeetingNote(of, text);
    } catch (error) {
      kept.add(key);
      await keepUnsavedNote(of, text);
      throw error;
    }
    if (kept.delete(key)) await browser.storage.local.remove(key);
  };
}

/**
 * Writes what was left unsaved, and forgets it once it is written. What was written of the same note since, elsewhere,
 * stays: the unsaved text comes below it. Safe to repeat; a note that cannot be written waits for the next time.
 */
export async function saveUnsavedNotes(now = new Date()): Promise<void> {
  const all = await browser.storage.local.get(null);
  for (const [key, value] of Object.entries(all)) {
    if (!key.startsWith(PREFIX)) continue;
    const { of, text, at } = value as Unsaved;
    const stored = (await notesOfMeeting(of.meetingId)).find((note) => note.kind === of.kind);
    if (stored?.text !== text) {
      const newer = stored && stored.updatedAt > at && stored.text.trim() !== '';
      await writeMeetingNote(of, newer ? `${stored.text}\n\n${text}` : text, now);
    }
    await browser.storage.local.remove(key);
  }
}

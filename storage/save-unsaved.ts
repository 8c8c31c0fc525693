import { browser } from 'wxt/browser';
import { changeActionItem } from './action-items.ts';
import { recordAnswer } from './askings.ts';
import { db } from './db.ts';
import { readySealer } from './lock-door.ts';
import { openValue } from './lock-text.ts';
import { type NoteOf, notesOfMeeting } from './notes.ts';
import { changeTopic } from './topics.ts';
import { PREFIX, type Unsaved } from './unsaved.ts';
import { writeMeetingNote } from './write-note.ts';

/**
 * Writes what was left unsaved, and forgets it once it is written. What was written in the same place since, elsewhere,
 * stays. Safe to repeat, also by two windows at once; what cannot be written waits for the next time and holds nothing
 * else up.
 * @throws the first of what went wrong
 */
export async function saveUnsaved(now = new Date()): Promise<void> {
  await readySealer();
  const all = await browser.storage.local.get(null);
  const errors: unknown[] = [];
  for (const [key, value] of Object.entries(all)) {
    if (!key.startsWith(PREFIX)) continue;
    try {
      await save(openValue(key, value) as Unsaved, now);
      // Another window may go on typing into it meanwhile.
      const { [key]: still } = await browser.storage.local.get(key);
      if (JSON.stringify(still) === JSON.stringify(value)) await browser.storage.local.remove(key);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

async function save(unsaved: Unsaved, now: Date): Promise<void> {
  const { text, base } = unsaved;
  if (unsaved.kind === 'note') await saveNote(unsaved.of, text, unsaved.at, base, now);
  else if (unsaved.kind === 'answer') await recordAnswer(unsaved.of, text, base, now);
  else if (unsaved.kind === 'words') {
    const { table, id } = unsaved.of;
    const record = await db.table(table).get(id);
    // Gone, or changed after it was typed: by its own write, which got through, or by the user.
    if (!record || record.updatedAt >= unsaved.at || record.text === text) return;
    await (table === 'topics' ? changeTopic : changeActionItem)(id, { text }, now);
  } else throw new Error('an unsaved text of an unknown kind');
}

async function saveNote(of: NoteOf, text: string, at: string, base: string | undefined, now: Date) {
  const stored = (await notesOfMeeting(of.meetingId)).find((note) => note.kind === of.kind);
  if (stored?.text === text) return;
  // What it was typed over is not known: what is stored since comes first, what is older goes.
  const over = base ?? (stored && stored.updatedAt <= at ? stored.text : '');
  await writeMeetingNote(of, text, now, over);
}

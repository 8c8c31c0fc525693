import { browser } from 'wxt/browser';
import { db } from './db.ts';
import { remove, type Undo } from './remove.ts';

/*
 * How long notes are to stay: older ones are offered for deletion, and never go by themselves. It is off until it is set,
 * and is kept in the extension's storage, as it is about this browser's copy.
 */

const KEY = 'retention-months';

/** What can be chosen, in months; 0: notes stay as long as one likes. */
export const RETENTION_MONTHS = [0, 6, 12, 24, 36, 60] as const;

/** After how many months notes are offered for deletion; 0: never. */
export async function readRetention(): Promise<number> {
  const { [KEY]: months } = await browser.storage.local.get(KEY);
  return RETENTION_MONTHS.some((one) => one === months) ? (months as number) : 0;
}

/** Sets it; 0 switches it off. */
export async function setRetention(months: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: months });
}

/** The instant before which a note is old; ISO. */
export function oldBefore(months: number, now: Date): string {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months);
  // The 31st of a month that is followed back to a shorter one.
  if (day.getUTCDate() !== now.getUTCDate()) day.setUTCDate(0);
  return day.toISOString();
}

/** The ids of the notes that are older: by their meeting, or by when they were written or last changed, the latest of these. */
export async function oldNotes(months: number, now = new Date()): Promise<string[]> {
  if (months === 0) return [];
  const before = oldBefore(months, now);
  return db.notes.filter(({ at, updatedAt }) => at < before && updatedAt < before).primaryKeys();
}

/** Deletes the notes that are older now. @returns how many, and the way back */
export async function deleteOldNotes(
  months: number,
  now = new Date(),
): Promise<{ count: number; undo: Undo }> {
  const ids = await oldNotes(months, now);
  return { count: ids.length, undo: await remove('notes', ids, now) };
}

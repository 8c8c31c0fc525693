import { addDays } from './days.ts';
import type { Note } from './records/note.ts';

/** What a note can be marked as. `vent-7` and `vent-30` go by themselves after so many days (Missing, METHOD 40). */
export const MARKS = ['normal', 'half-baked', 'vent', 'vent-7', 'vent-30'] as const;
export type NoteMark = (typeof MARKS)[number];

const DAYS: Partial<Record<NoteMark, number>> = { 'vent-7': 7, 'vent-30': 30 };

/** The fields of a note that a mark stands for, from `today` on (`YYYY-MM-DD`). A marked note leaves the cover sheet. */
export function markFields(
  mark: NoteMark,
  today: string,
): Pick<Note, 'sensitivity' | 'expiresOn'> & { shareable?: false } {
  const days = DAYS[mark];
  const expiresOn = days === undefined ? null : addDays(today, days);
  if (mark === 'normal') return { sensitivity: 'normal', expiresOn };
  return { sensitivity: mark === 'half-baked' ? 'half-baked' : 'vent', expiresOn, shareable: false };
}

/** Whether the day has come on which a note goes by itself. */
export function isExpired({ expiresOn }: Pick<Note, 'expiresOn'>, today: string): boolean {
  return expiresOn !== null && expiresOn <= today;
}

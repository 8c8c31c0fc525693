import type { Meeting } from './records/meeting.ts';

/** A week's one-on-ones with peers. */
export interface Load {
  count: number;
  /** Of those whose end is known. */
  minutes: number;
  /** Minutes over the user's own ceiling; 0 below it, or without one. */
  over: number;
}

/**
 * Counts a week's talks with one peer each, and their time, against the user's own ceiling in hours (Relationships, METHOD 57: over-scheduling
 * burns out). `from` and `to` are instants; a talk counts in the week that it starts in. Not one that was only spotted with
 * somebody who is `away` (archived), by id.
 */
export function weekLoad(
  meetings: readonly Meeting[],
  from: string,
  to: string,
  ceiling: number | null,
  away: ReadonlySet<string> = new Set(),
): Load {
  const talks = meetings.filter(
    ({ start, personIds }) =>
      start !== null &&
      start >= from &&
      start < to &&
      personIds.length === 1 &&
      !personIds.some((id) => away.has(id)),
  );
  const minutes = talks.reduce((sum, { start, end }) => sum + minutesOf(start, end), 0);
  const over = ceiling === null ? 0 : Math.max(0, minutes - Math.round(ceiling * 60));
  return { count: talks.length, minutes, over };
}

function minutesOf(start: string | null, end: string | null): number {
  const length = Date.parse(end ?? '') - Date.parse(start ?? '');
  return length > 0 ? Math.round(length / 60_000) : 0;
}

/** What was typed as a ceiling: hours, a comma or a point, 0 to 168; null: none. undefined: no such number. */
export function readCeiling(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.').replace(/\s*h$/i, '');
  if (plain === '') return null;
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
  return hours >= 0 && hours <= 168 ? hours : undefined;
}

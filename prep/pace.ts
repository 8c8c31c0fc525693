import { INTERVALS, latestFor } from './cadence-presets.ts';
import { addDays } from './days.ts';
import type { WithPeer } from './records/meeting.ts';
import type { Cadence } from './records/person.ts';

export type Pace = NonNullable<WithPeer['pace']>;

/**
 * A cadence one step sooner or later along the usual intervals (Evanish, METHOD 52: more often the more you work
 * together, and by feel). At either end it stays as it is; an interval between two steps goes to the next one.
 */
export function paced(cadence: Cadence, pace: Pace): Cadence {
  const steps =
    pace === 'sooner'
      ? INTERVALS.filter((step) => step < cadence.ideal).slice(-1)
      : INTERVALS.filter((step) => step > cadence.ideal).slice(0, 1);
  const [ideal] = pace === 'same' ? [] : steps;
  return ideal === undefined ? cadence : { ideal, latest: latestFor(ideal) };
}

/** When to meet again after a meeting on a day: around one day, by the other at the latest. */
export function nextMeeting(day: string, cadence: Cadence): { around: string; by: string } {
  return { around: addDays(day, cadence.ideal), by: addDays(day, Math.max(cadence.ideal, cadence.latest)) };
}

/** Nothing agreed: the two sleep on it and meet again after three to five days (Rothman, METHOD 32). */
const SLEEP = { from: 3, to: 5 } as const;

/** Between which days to meet again when nothing was agreed, and the first of them that is no Saturday or Sunday. */
export function followUp(day: string): { from: string; to: string; on: string } {
  const days = [3, 4, 5].map((count) => addDays(day, count));
  const weekday = (one: string) => new Date(`${one}T12:00:00Z`).getUTCDay();
  const on = days.find((one) => weekday(one) % 6 !== 0) ?? addDays(day, SLEEP.from);
  return { from: addDays(day, SLEEP.from), to: addDays(day, SLEEP.to), on };
}

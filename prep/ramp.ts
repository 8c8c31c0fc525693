import { daysBetween } from './days.ts';
import type { Cadence, Person } from './records/person.ts';

/** Twice a week for the first two weeks, then weekly, and after two months a look at it (Rothman, METHOD 50). */
const TWICE_DAYS = 14;
export const RAMP_DAYS = 56;

/** Half a week, and a whole one. */
const TWICE: Cadence = { ideal: 3, latest: 7 };
const WEEKLY: Cadence = { ideal: 7, latest: 14 };

/**
 * The cadence that holds on a day: that of the ramp while it lasts, else the person's own. A ramp that is over, or begins
 * later, changes nothing. Days are `YYYY-MM-DD`.
 */
export function cadenceOn(person: Pick<Person, 'cadence' | 'rampFrom'>, day: string): Cadence | null {
  const since = person.rampFrom === null ? -1 : daysBetween(person.rampFrom, day);
  if (since < 0 || since >= RAMP_DAYS) return person.cadence;
  return since < TWICE_DAYS ? TWICE : WEEKLY;
}

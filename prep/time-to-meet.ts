import { type Standing, standing } from './cadence.ts';
import { cadenceOn } from './ramp.ts';
import type { Cadence, Person } from './records/person.ts';
import { sortBy } from './sort-by.ts';

/** Somebody, and the day of the last meeting; null: never met. */
export interface Met {
  person: Person;
  lastMet: string | null;
}

/**
 * The people whose ideal interval is over, who needs it most first: past the latest day before the others, and
 * among them by how far past it is, measured in their own intervals (a week late counts more for a weekly talk
 * than for a quarterly one). Nobody who is archived, paused, snoozed, never met, or to be met anyway (`planned`, by id).
 */
export function timeToMeet<M extends Met>(
  people: readonly M[],
  today: string,
  planned: ReadonlySet<string> = new Set(),
): (M & { standing: Standing })[] {
  const due = people
    .filter(({ person }) => !person.archivedAt && !planned.has(person.id) && !isSnoozed(person, today))
    .map((met) => ({
      ...met,
      standing: standing(met.lastMet, today, cadenceOn(met.person, today), met.person.pausedUntil),
    }))
    .filter(({ standing: { state } }) => ['in-time', 'time-to-meet', 'late'].includes(state));
  return sortBy(due, (met) => [
    Number(met.standing.state !== 'late'),
    -share(met, cadenceOn(met.person, today)),
    met.lastMet ?? '',
    met.person.id,
  ]);
}

/** Days since the last meeting in lengths of the interval that is over: the latest one once it is, else the ideal. */
function share({ standing: { since, state } }: { standing: Standing }, cadence: Cadence | null): number {
  const { ideal = 1, latest = 1 } = cadence ?? {};
  return (since ?? 0) / (state === 'late' ? latest : ideal);
}

/** Put off by the user until a day; the cadence goes on meanwhile. */
function isSnoozed({ snoozedUntil }: Person, today: string): boolean {
  return snoozedUntil !== null && today < snoozedUntil;
}

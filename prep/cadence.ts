import { addDays, daysBetween } from './days.ts';
import { cadenceOn } from './ramp.ts';
import type { Cadence, Person } from './records/person.ts';
import { sortBy } from './sort-by.ts';

/**
 * Where a day stands in somebody's cadence. `none`: no cadence, or paused; `first`: never met; `early`: before the
 * ideal interval is over; `in-time` and `time-to-meet`: between ideal and latest, in the first half and in the
 * second, when little room is left; `late`: after the latest day.
 */
export type StandingState = 'none' | 'first' | 'early' | 'in-time' | 'time-to-meet' | 'late';

export interface Standing {
  state: StandingState;
  /** Whole days since the last meeting; null: never met. */
  since: number | null;
  /** The day on which the ideal, and the latest, interval ends; null without a cadence or a last meeting. */
  idealOn: string | null;
  latestOn: string | null;
}

/** How a day stands to the last meeting. Days are `YYYY-MM-DD`; a pause ends on the day it names. */
export function standing(
  lastMet: string | null,
  today: string,
  cadence: Cadence | null,
  pausedUntil: string | null,
): Standing {
  const since = lastMet === null ? null : daysBetween(lastMet, today);
  const span = cadence && { ideal: cadence.ideal, latest: Math.max(cadence.ideal, cadence.latest) };
  const idealOn = span && lastMet !== null ? addDays(lastMet, span.ideal) : null;
  const latestOn = span && lastMet !== null ? addDays(lastMet, span.latest) : null;
  return {
    state: stateOf(since, span, pausedUntil !== null && today < pausedUntil),
    since,
    idealOn,
    latestOn,
  };
}

function stateOf(since: number | null, span: Cadence | null, paused: boolean): StandingState {
  if (!span || paused) return 'none';
  if (since === null) return 'first';
  if (since < span.ideal) return 'early';
  if (since > span.latest) return 'late';
  return since <= (span.ideal + span.latest) / 2 ? 'in-time' : 'time-to-meet';
}

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

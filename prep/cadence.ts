import { addDays, daysBetween } from './days.ts';
import type { CadenceChange } from './records/cadence-change.ts';
import type { Cadence } from './records/person.ts';

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

/**
 * The cadence that a meeting is judged by: what was changed since it began, or by its own close-out, counts from it on.
 * `now`: the cadence of today; `changes`: those that led to it, newest first; `start`: ISO instant.
 */
export function cadenceAt(
  now: Cadence | null,
  changes: readonly Pick<CadenceChange, 'at' | 'from' | 'meetingId'>[],
  start: string,
  meetingId: string | undefined,
): Cadence | null {
  let held = now;
  for (const change of changes) {
    if (change.at <= start && change.meetingId !== meetingId) break;
    held = change.from;
  }
  return held;
}

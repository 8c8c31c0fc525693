import { standing } from './cadence.ts';
import { daysBetween } from './days.ts';
import type { Cadence } from './records/person.ts';

/** The timeline drawing: where each thing stands, in px from the left. */
export interface CadenceDrawing {
  dots: { day: string; x: number }[];
  band: { x: number; width: number } | null;
  next: number | null;
}

/** How many past meetings the brief shows: about the last five (mockups). */
const DOTS = 5;
/** Room at both ends, in px, so that no dot is cut. */
const EDGE = 8;

/**
 * Lays out past meetings, the band from the ideal to the latest day after the last one, and this meeting, on
 * a line `width` px long.
 * @param past days of past meetings, oldest first
 */
export function drawCadence(
  past: readonly string[],
  meeting: string | null,
  today: string,
  cadence: Cadence | null,
  width: number,
): CadenceDrawing {
  const shown = past.slice(-DOTS);
  const last = shown.at(-1) ?? null;
  const { idealOn, latestOn } = standing(last, today, cadence, null);
  const days = [...shown, today, meeting, latestOn].flatMap((day) => day ?? []).sort();
  const [from = today] = days;
  const span = Math.max(1, daysBetween(from, days.at(-1) ?? from));
  const x = (day: string) => EDGE + (daysBetween(from, day) / span) * (width - 2 * EDGE);
  const band = idealOn && latestOn ? { x: x(idealOn) - 2, width: x(latestOn) - x(idealOn) + 4 } : null;
  return { dots: shown.map((day) => ({ day, x: x(day) })), band, next: meeting ? x(meeting) : null };
}

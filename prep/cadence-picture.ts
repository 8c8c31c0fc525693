import { standing } from './cadence.ts';
import { daysBetween } from './days.ts';
import type { Cadence } from './records/person.ts';

/** The timeline picture: where each thing stands, in px from the left. Days are `YYYY-MM-DD`. */
export interface CadenceDrawing {
  /** Past meetings, oldest first, one a day. */
  dots: { day: string; x: number }[];
  /** From the ideal to the latest day after the last of them; null without a cadence or a past meeting. */
  band: { x: number; width: number; from: string; to: string } | null;
  /** This meeting; null when its day is not known. */
  next: { day: string; x: number } | null;
}

/** How many past meetings the brief shows: about the last five (mockups). */
const DOTS = 5;
/** Room at both ends, in px, so that no dot is cut. */
const EDGE = 8;
/** The least width of the band, in px: an ideal that is also the latest is still seen. */
const BAND = 4;

export interface CadenceInput {
  /** Days of past meetings, in any order. */
  past: readonly string[];
  /** The day of this meeting, if it is known. */
  meeting: string | null;
  today: string;
  cadence: Cadence | null;
  /** Of the whole picture, in px. */
  width: number;
}

/**
 * Lays out past meetings, the band from the ideal to the latest day after the last one, and this meeting on a line
 * of time. The line ends at this meeting, else today, or where the band does.
 */
export function drawCadence({ past, meeting, today, cadence, width }: CadenceInput): CadenceDrawing {
  const end = meeting ?? today;
  const days = [...new Set(past)].filter((day) => day <= end).sort();
  const shown = days.slice(-DOTS);
  const { idealOn, latestOn } = standing(shown.at(-1) ?? null, end, cadence, null);
  const from = shown[0] ?? end;
  const to = latestOn !== null && latestOn > end ? latestOn : end;
  const span = Math.max(1, daysBetween(from, to));
  const room = Math.max(0, width - 2 * EDGE);
  const x = (day: string) => EDGE + (daysBetween(from, day) / span) * room;
  return {
    dots: shown.map((day) => ({ day, x: x(day) })),
    band: idealOn && latestOn ? band(x(idealOn), x(latestOn), idealOn, latestOn) : null,
    next: meeting ? { day: meeting, x: x(meeting) } : null,
  };
}

function band(left: number, right: number, from: string, to: string): CadenceDrawing['band'] {
  const width = Math.max(BAND, right - left);
  return { x: (left + right - width) / 2, width, from, to };
}

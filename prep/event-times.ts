import type { CalendarEvent, Drawn, PageEvent } from './calendar-event.ts';
import { numbers } from './numbers.ts';
import { instantOf, instantOfSuffix, localTime } from './zone.ts';

/** Start and end as ISO instants; null is unknown. */
type Times = Pick<CalendarEvent, 'start' | 'end'>;

const UNKNOWN: Times = { start: null, end: null };
/** Chips are drawn to the pixel, about a minute and a quarter; meetings begin at multiples of five minutes. */
const STEP = 5;
/** Minutes of a day. */
const DAY = 1_440;

const toStep = (minutes = 0) => Math.round(minutes / STEP) * STEP;

function inColumn(day: string, suffix: number | undefined, { zone, ...edges }: Drawn): Times {
  const from = toStep(edges.from);
  const to = toStep(edges.to);
  // At the very top stands also what began the day before, at the bottom what goes on the day after.
  if (!(from > 0 && to > from && from < DAY)) return UNKNOWN;
  const original = suffix && localTime(suffix, zone);
  const unmoved = original && original.day === day && Math.abs(original.minutes - from) < STEP;
  const start = unmoved ? new Date(suffix).toISOString() : instantOf(day, from, zone);
  // A chip of less than half an hour may be drawn taller than it lasts.
  const isTold = start && to < DAY && to - from >= 30;
  return { start, end: isTold ? instantOf(day, to, zone) : null };
}

/** Whether a drawn time such as "8pm", "9:15am" or "20:00" can be these minutes since midnight, by its digits alone. */
function agrees(clock: string, minutes: number): boolean {
  const [hour, minute = 0] = numbers(clock);
  const wanted = Math.floor(minutes / 60);
  return (hour === wanted || hour === (wanted % 12 || 12)) && minute === minutes % 60;
}

function inStack(day: string, suffix: number, clock: string, zone: string): Times {
  const original = localTime(suffix, zone);
  // A moved occurrence keeps its first start in its id: only what is drawn shows that it was moved.
  const holds = original?.day === day && agrees(clock, original.minutes);
  return holds ? { start: new Date(suffix).toISOString(), end: null } : UNKNOWN;
}

/**
 * When an event is: in a column by its place, in a stack by its id where the drawn digits agree with it.
 * Never by words, never a guess.
 */
export function timed({ drawn, ...event }: PageEvent): CalendarEvent {
  const { day, key } = event;
  const suffix = instantOfSuffix(/_(\d{8}T\d{6}Z) /.exec(key)?.[1]);
  let times = UNKNOWN;
  if (day && drawn?.clock && suffix) times = inStack(day, suffix, drawn.clock, drawn.zone);
  else if (day && drawn && !drawn.clock) times = inColumn(day, suffix, drawn);
  return { ...event, ...times };
}

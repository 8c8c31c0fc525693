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

/** A time of 24 hours in digits alone, such as "14:30" or "9.05"; one of two halves of a day has letters. */
const OF_DIGITS = /^\p{Nd}{1,2}[:.]\p{Nd}{2}$/u;

/** Minutes since midnight of a drawn time that no word has a part in; undefined for every other. */
function ofDigits(clock: string): number | undefined {
  if (!OF_DIGITS.test(clock.replace(/[\u061c\u200e\u200f]/g, ''))) return undefined;
  const [hour = DAY, minute = DAY] = numbers(clock);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

function inStack(day: string, suffix: number | undefined, clock: string, zone: string): Times {
  const minutes = ofDigits(clock);
  const original = suffix && localTime(suffix, zone);
  // A moved occurrence keeps its first start in its id: only what is drawn shows that it was moved.
  const holds =
    original &&
    original.day === day &&
    (minutes === undefined ? agrees(clock, original.minutes) : minutes === original.minutes);
  if (holds) return { start: new Date(suffix).toISOString(), end: null };
  return { start: minutes === undefined ? null : instantOf(day, minutes, zone), end: null };
}

/**
 * When an event is: in a column by its place, in a stack by its id where the drawn digits agree with it, else by a
 * drawn time of 24 hours, which has digits alone.
 * Never by words, never a guess.
 */
export function timed({ drawn, ...event }: PageEvent): CalendarEvent {
  const { day, key } = event;
  const suffix = instantOfSuffix(/_(\d{8}T\d{6}Z) /.exec(key)?.[1]);
  let times = UNKNOWN;
  if (day && drawn?.clock) times = inStack(day, suffix, drawn.clock, drawn.zone);
  else if (day && drawn && !drawn.clock) times = inColumn(day, suffix, drawn);
  const isAllDay = /_\d{8} /.test(key) || (drawn && !drawn.clock && drawn.from === undefined);
  return { ...event, ...times, ...(isAllDay && { allDay: true }) };
}

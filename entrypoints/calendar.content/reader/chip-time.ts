import { isStacked, visiblePart } from './chip-title.ts';
import { numbers, textLeaves } from './text.ts';
import { instantOf, instantOfSuffix, localTime } from './zone.ts';

/** Start and end as ISO instants; null is unknown. */
export interface Times {
  start: string | null;
  end: string | null;
}

/** What the place of a chip is measured by. */
export interface Scale {
  /** The calendar's time zone; undefined when the page does not say. */
  zone: string | undefined;
  /** Pixels of an hour in a column; undefined when not measured. */
  hourHeight: number | undefined;
}

const UNKNOWN: Times = { start: null, end: null };
/** Chips are drawn to the pixel, about a minute and a quarter; meetings begin at multiples of five minutes. */
const STEP = 5;
/** Chips are drawn up to a pixel above their hour and two pixels short of their end. */
const SHORTENED = 2;
/** Minutes of a day. */
const DAY = 1_440;

function pixels(value: string): number {
  return value.endsWith('px') ? Number.parseFloat(value) : Number.NaN;
}

function inColumn(chip: Element, day: string, suffix: number | undefined, zone: string, hour: number): Times {
  const { style } = chip as HTMLElement;
  const at = (y: number) => Math.round((y * 60) / hour / STEP) * STEP;
  const top = pixels(style.top);
  const from = at(top);
  const to = at(top + pixels(style.height) + SHORTENED);
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
function agrees(drawn: string, minutes: number): boolean {
  const [hour, minute = 0] = numbers(drawn);
  const wanted = Math.floor(minutes / 60);
  return (hour === wanted || hour === (wanted % 12 || 12)) && minute === minutes % 60;
}

function inStack(chip: Element, day: string, suffix: number, zone: string): Times {
  const visible = visiblePart(chip);
  const [drawn, title] = visible ? textLeaves(visible) : [];
  const original = localTime(suffix, zone);
  // A moved occurrence keeps its first start in its id: only what is drawn shows that it was moved.
  const holds = drawn && title && original?.day === day && agrees(drawn, original.minutes);
  return holds ? { start: new Date(suffix).toISOString(), end: null } : UNKNOWN;
}

/**
 * When a chip's event is: in a column by its place, in a stack by its id where the drawn digits agree with it.
 * Never by words, never a guess.
 */
export function chipTimes(chip: Element, instance: string | null, day: string | null, scale: Scale): Times {
  const { zone, hourHeight } = scale;
  const suffix = instantOfSuffix(instance);
  if (!day || !zone) return UNKNOWN;
  if (!isStacked(chip)) return hourHeight ? inColumn(chip, day, suffix, zone, hourHeight) : UNKNOWN;
  return suffix ? inStack(chip, day, suffix, zone) : UNKNOWN;
}

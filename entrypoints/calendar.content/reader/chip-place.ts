import type { Drawn } from '../../../prep/calendar-event.ts';
import { isStacked, visiblePart } from './chip-title.ts';
import { lineOf, textLeaves } from './text.ts';

/** What the place of a chip is measured by. */
export interface Scale {
  /** The calendar's time zone; undefined when the page does not say. */
  zone: string | undefined;
  /** Pixels of an hour in a column; undefined when not measured. */
  hourHeight: number | undefined;
}

/** Chips are drawn up to a pixel above their hour and two pixels short of their end. */
const SHORTENED = 2;

function pixels(value: string): number {
  return value.endsWith('px') ? Number.parseFloat(value) : Number.NaN;
}

/** Where a chip is drawn, as far as it tells the time; null where it does not. */
export function chipPlace(chip: Element, { zone, hourHeight = 0 }: Scale): Drawn | null {
  if (!zone) return null;
  if (isStacked(chip)) {
    const visible = visiblePart(chip);
    const [clock, title] = visible ? textLeaves(visible) : [];
    // Without a time it lasts whole days.
    return clock ? { zone, clock: title && lineOf(clock, 40) } : null;
  }
  const { style } = chip as HTMLElement;
  const top = pixels(style.top);
  const minutes = (y: number) => Math.round((y * 60) / hourHeight);
  const from = minutes(top);
  const to = minutes(top + pixels(style.height) + SHORTENED);
  return from < to && to < 9_999 ? { zone, from, to } : null;
}

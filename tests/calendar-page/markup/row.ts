import type { StandInEvent } from '../events.ts';
import { moreChip, stackedChip } from './chip.ts';
import { dayKey, daysBetween } from './days.ts';
import { daysOf } from './describe.ts';
import { attributes, escapeHtml } from './html.ts';
import { stacked } from './lanes.ts';
import type { Setting } from './setting.ts';
import { dayHead } from './speak.ts';

interface Placed {
  event: StandInEvent;
  from: number;
  to: number;
  line: number;
}

function order(a: StandInEvent, b: StandInEvent): number {
  return Number(Boolean(b.allDay)) - Number(Boolean(a.allDay)) || a.start.localeCompare(b.start);
}

/** The events that touch a row of days, stacked; columns are clipped to the row. */
export function placeRow(
  days: readonly string[],
  events: readonly StandInEvent[],
  setting: Setting,
): Placed[] {
  const [firstDay = '', lastDay = ''] = [days[0], days[days.length - 1]];
  const inRow = events.filter((event) => {
    const { first, last } = daysOf(event, setting);
    return first <= lastDay && last >= firstDay;
  });
  const stretches = [...inRow].sort(order).map((event) => {
    const { first, last } = daysOf(event, setting);
    const from = Math.max(0, daysBetween(firstDay, first));
    return { event, from, to: Math.min(days.length - 1, daysBetween(firstDay, last)) };
  });
  return stacked(stretches);
}

/** Which of a day's things have a chip, and how many are behind "N more". */
function split(touching: readonly Placed[], rows: number): { shown: Set<Placed>; hidden: number } {
  const deepest = Math.max(-1, ...touching.map(({ line }) => line));
  const shown = touching.filter(({ line }) => line < (deepest < rows ? rows : rows - 1));
  return { shown: new Set(shown), hidden: touching.length - shown.length };
}

function cell(
  days: readonly string[],
  index: number,
  placed: readonly Placed[],
  rows: number,
  setting: Setting,
): string {
  const day = days[index] ?? '';
  const touching = placed.filter(({ from, to }) => from <= index && to >= index);
  const { shown, hidden } = split(touching, rows);
  const id = `c${dayKey(day)}`;
  const chips = touching
    .filter((item) => item.from === index && shown.has(item))
    .map(({ event, from, to, line }) =>
      stackedChip(event, { index: from, span: to - from + 1, line }, setting, days.length),
    );
  const more = hidden > 0 ? moreChip(dayKey(day), hidden, { index, span: 1, line: rows - 1 }, setting) : '';
  return (
    `<div role="gridcell" class="qLWd9c"${attributes({ 'aria-labelledby': id, tabindex: '0' })}>` +
    `<h2 class="CqwSk XuJrye" id="${id}">${escapeHtml(dayHead(day, touching.length, setting))}</h2>` +
    `<div role="presentation">${chips.join('')}${more}</div></div>`
  );
}

/** The cells of a row of days with their stacked chips, none of which says its day. */
export function cellsHtml(
  days: readonly string[],
  events: readonly StandInEvent[],
  rows: number,
  setting: Setting,
): string {
  const placed = placeRow(days, events, setting);
  return days.map((_, index) => cell(days, index, placed, rows, setting)).join('');
}

/** How many lines a row of days needs. */
export function rowDepth(days: readonly string[], events: readonly StandInEvent[], setting: Setting): number {
  return Math.max(0, ...placeRow(days, events, setting).map(({ line }) => line + 1));
}

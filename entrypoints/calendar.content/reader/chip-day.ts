import { dayOfKey } from './day-key.ts';
import { all, any, CELL, COLUMN, DAY, GRID, ROW, ROW_DAYS } from './selectors.ts';

const WITH_DAY = any(DAY);
const IN_CELL = any(CELL);
const IN_ROW = any(ROW);
const IN_GRID = any(GRID);

/** What is known of rows of cells while one batch of chips is read, so that each row is looked at once. */
export type RowDays = Map<Element, Map<Element, string>>;

function keys(elements: readonly Element[]): (string | null)[] {
  return elements.map((element) => element.getAttribute('data-datekey'));
}

/** The days of a row's cells: from the row itself in the month, from the columns below it in the all-day row. */
function dayKeysOf(row: Element, cells: number): (string | null)[] {
  const own = keys(all(row, ROW_DAYS));
  if (own.length === cells) return own;
  const grid = row.closest(IN_GRID);
  const columns = grid ? keys(all(grid, COLUMN)) : [];
  return columns.length === cells ? columns : [];
}

function daysOf(row: Element): Map<Element, string> {
  const cells = all(row, CELL);
  const days = new Map<Element, string>();
  dayKeysOf(row, cells.length).forEach((key, index) => {
    const day = dayOfKey(key);
    const cell = cells[index];
    if (day && cell) days.set(cell, day);
  });
  return days;
}

/**
 * The day a chip is drawn on, YYYY-MM-DD: by what it lies in, else by its cell's place in the row.
 * A multi-day event lies on its first drawn day. null when the page does not say.
 */
export function chipDay(chip: Element, rows: RowDays): string | null {
  const holder = chip.parentElement?.closest(WITH_DAY);
  if (holder) return dayOfKey(holder.getAttribute('data-datekey')) ?? null;
  const cell = chip.closest(IN_CELL);
  const row = cell?.closest(IN_ROW);
  if (!cell || !row) return null;
  const known = rows.get(row) ?? daysOf(row);
  rows.set(row, known);
  return known.get(cell) ?? null;
}

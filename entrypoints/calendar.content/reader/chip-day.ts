import { dayOf } from './day-key.ts';
import { all, any, CELL, COLUMN, DAY, GRID, ROW, ROW_DAYS } from './selectors.ts';

const WITH_DAY = any(DAY);
const IN_CELL = any(CELL);
const IN_ROW = any(ROW);
const IN_GRID = any(GRID);

/** What is known of rows of cells while one batch of chips is read, so that each row is looked at once. */
export type RowDays = Map<Element, Map<Element, string>>;

/** What has the days of a row's cells: the row itself in the month, the columns below it in the all-day row. */
function headsOf(row: Element, cells: number): Element[] {
  const own = all(row, ROW_DAYS);
  if (own.length === cells) return own;
  const grid = row.closest(IN_GRID);
  const columns = grid ? all(grid, COLUMN) : [];
  return columns.length === cells ? columns : [];
}

function daysOf(row: Element): Map<Element, string> {
  const cells = all(row, CELL);
  const heads = headsOf(row, cells.length);
  return new Map(
    cells.flatMap((cell, index) => {
      const day = dayOf(heads[index]);
      return day ? [[cell, day]] : [];
    }),
  );
}

/**
 * The day a chip is drawn on, YYYY-MM-DD: by what it lies in, else by its cell's place in the row.
 * A multi-day event lies on its first drawn day. null when the page does not say.
 */
export function chipDay(chip: Element, rows: RowDays): string | null {
  const holder = chip.parentElement?.closest(WITH_DAY);
  if (holder) return dayOf(holder) ?? null;
  const cell = chip.closest(IN_CELL);
  const row = cell?.closest(IN_ROW);
  if (!cell || !row) return null;
  const known = rows.get(row) ?? daysOf(row);
  rows.set(row, known);
  return known.get(cell) ?? null;
}

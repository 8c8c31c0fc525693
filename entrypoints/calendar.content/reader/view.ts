import { dayOf } from './day-key.ts';
import { all, any, COLUMN, DAY, GRID, MORE, ROW_DAYS } from './selectors.ts';

/** What the page shows now, and which of its days it shows whole. */
export interface View {
  /** The page's own name for the view, such as WEEK; empty when it does not say. */
  name: string;
  /** The days that are drawn, YYYY-MM-DD, in order. */
  drawn: string[];
  /** Those drawn with every event of theirs: none is behind "N more". */
  days: string[];
}

/**
 * Reads it from keys and ids alone. A list (schedule, search) may leave events out and the year has none:
 * they draw no day.
 */
export function readView(document: Document): View {
  const { viewkey = '' } = document.body.dataset;
  const grids = viewkey === 'YEAR' ? [] : all(document, GRID);
  const heads = grids.flatMap((grid) => all(grid, [...COLUMN, ...ROW_DAYS]));
  const drawn = [...new Set(heads.flatMap((head) => dayOf(head) ?? []))].sort();
  const partial = new Set(all(document, MORE).map((button) => dayOf(button.closest(any(DAY)))));
  // A "more" of no known day may stand for any of them.
  const days = drawn.filter((day) => !partial.has(day) && !partial.has(undefined));
  return { name: viewkey, drawn, days };
}

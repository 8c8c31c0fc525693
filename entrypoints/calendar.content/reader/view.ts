import { dayOfKey } from './day-key.ts';
import { all, COLUMN, GRID, MORE, ROW_DAYS } from './selectors.ts';

/** What the page shows now, and which of its days it shows whole. */
export interface View {
  /** The page's own name for the view, such as WEEK; empty when it does not say. */
  name: string;
  /** The days drawn with every event of theirs, YYYY-MM-DD, in order. */
  days: string[];
  /** The days of which some events are behind "N more". */
  partial: string[];
}

/** The day of whatever holds a key. */
export function dayOf(element: Element | null | undefined): string | undefined {
  return dayOfKey(element?.getAttribute('data-datekey'));
}

/**
 * Reads it from keys and ids alone. A list (schedule, search) may leave events out and the year has none:
 * they show no day whole.
 */
export function readView(document: Document): View {
  const { viewkey = '' } = document.body.dataset;
  const grids = viewkey === 'YEAR' ? [] : all(document, GRID);
  const drawn = grids.flatMap((grid) => {
    const columns = all(grid, COLUMN);
    return (columns.length > 0 ? columns : all(grid, ROW_DAYS)).map(dayOf);
  });
  const behind = all(document, MORE).map((button) => dayOf(button.closest('[data-datekey]')));
  const known = new Set(drawn.filter((day) => day !== undefined));
  const partial = [...new Set(behind.filter((day) => day !== undefined))].sort();
  // A "more" of no known day may stand for any of them.
  const days = behind.includes(undefined) ? [] : [...known].filter((day) => !partial.includes(day)).sort();
  return { name: viewkey, days, partial };
}

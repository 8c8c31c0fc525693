import { useState } from 'preact/hooks';

/**
 * Rows closed in this view: they stay, struck through, until it is left. A row that comes back by undo takes
 * its place among the open ones again.
 */
export function useClosed<T extends { id: string; state: string }>(open: readonly T[]) {
  const [closed, setClosed] = useState<ReadonlyMap<string, T>>(new Map());
  const ids = new Set(open.map(({ id }) => id));
  return {
    rows: [...open, ...[...closed.values()].filter((row) => !ids.has(row.id))],
    /** A row was closed (or, in state open, taken back). */
    note(row: T): void {
      const next = new Map(closed);
      if (row.state === 'open' || row.state === 'dropped') next.delete(row.id);
      else next.set(row.id, row);
      setClosed(next);
    },
  };
}

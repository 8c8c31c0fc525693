import { useEffect, useState } from 'preact/hooks';

interface Row {
  id: string;
  state: string;
  updatedAt: string;
}

/**
 * Rows as they were changed in this view, ahead of storage: a change is seen at once, and a closed row stays, struck
 * through, until the view is left. `open` is what storage says is open. What storage says later wins.
 */
export function useChanged<T extends Row>(open: readonly T[]) {
  const [changed, setChanged] = useState<ReadonlyMap<string, T>>(new Map());
  const ids = new Set(open.map(({ id }) => id));
  // A changed row keeps the time at which storage had it: another one there means that storage has gone on.
  const isAhead = (stored: T) => changed.get(stored.id)?.updatedAt === stored.updatedAt;
  const overtaken = open.filter((row) => changed.has(row.id) && !isAhead(row));
  const key = overtaken.map(({ id }) => id).join();
  useEffect(() => {
    if (overtaken.length === 0) return;
    setChanged((before) => {
      const next = new Map(before);
      for (const { id } of overtaken) next.delete(id);
      return next;
    });
  }, [key]);
  const shown = open.map((row) => (isAhead(row) ? (changed.get(row.id) ?? row) : row));
  const closed = [...changed.values()].filter((row) => !ids.has(row.id));
  return {
    rows: [...shown, ...closed].filter((row) => row.state !== 'dropped'),
    /** Shows a row as given: changed, or as it was when the change is taken back or failed. */
    show(row: T): void {
      setChanged((before) => new Map(before).set(row.id, row));
    },
  };
}

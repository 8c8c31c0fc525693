import { useRef, useState } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import { useToast } from './Toast.tsx';
import { useAttempt } from './useAttempt.ts';

interface Row {
  id: string;
  state: string;
  updatedAt: string;
}

/** A row as it was changed in this view. */
interface Ahead<T> {
  row: T;
  /** All that was changed of it. */
  what: Partial<T>;
  /** Writes of it that are not done yet: until then nothing that storage says is newer. */
  writing: number;
  /** When the row was last written elsewhere, as storage had told at the last change here; undefined: it was not open there. */
  over: string | undefined;
  /**
   * ISO instant of the last change here: what storage tells of a later one is newer. An answer may be older than that and come after it,
   * unless what was changed here stands in it.
   */
  at: string;
}

/**
 * The rows of a list that storage says are open, which are ticked, edited and dropped in place: a change is seen at
 * once, then written, and what was done is said, with the way back; a closed row stays, struck through, until the view
 * is left. What storage says later wins. What cannot be written is shown as it was.
 */
export function useRows<T extends Row, Change extends Partial<T>>(
  open: readonly T[],
  write: (id: string, what: Change) => Promise<Undo>,
  /** What to say of a change; nothing where the row says enough. */
  wordsOf: (row: T, what: Change) => string | undefined,
) {
  const { rows, show, during } = useAhead(open);
  const say = useToast();
  const attempt = useAttempt();
  return {
    rows,
    /** Rejects when new words could not be stored, so that they stay in their field. */
    change: async (row: T, what: Change): Promise<void> => {
      const before: Partial<T> = {};
      for (const field of Object.keys(what) as (keyof T)[]) before[field] = row[field];
      const act = async () => {
        const undo = await write(row.id, what);
        const said = wordsOf(row, what);
        if (!said) return;
        say(said, async () => {
          await undo();
          show(row, before);
        });
      };
      if (await during(row, what, () => attempt(act))) return;
      show(row, before);
      if ('text' in what) throw new Error('the new words were not stored');
    },
  };
}

/** The rows of storage, and those that were changed here. */
function useAhead<T extends Row>(open: readonly T[]) {
  const [, redraw] = useState({});
  const ahead = useRef(new Map<string, Ahead<T>>()).current;
  const stored = useRef(new Map<string, T>());
  stored.current = new Map(open.map((row) => [row.id, row]));
  for (const [id, { what, writing, over, at }] of ahead) {
    const row = stored.current.get(id);
    if (!row || writing || row.updatedAt === over) continue;
    if (row.updatedAt > at || JSON.stringify({ ...row, ...what }) === JSON.stringify(row)) ahead.delete(id);
  }

  /** @param begun writes that begin, or that end when negative */
  const put = (row: T, change: Partial<T>, begun: number) => {
    const mine = ahead.get(row.id);
    const before = stored.current.get(row.id);
    ahead.set(row.id, {
      row: { ...(mine?.row ?? before ?? row), ...change },
      what: { ...mine?.what, ...change },
      writing: (mine?.writing ?? 0) + begun,
      over: before?.updatedAt,
      at: new Date().toISOString(),
    });
    redraw({});
  };

  // Closed here, or opened again a moment ago: what was open at storage and is not any more has been closed elsewhere.
  const others = [...ahead.values()].filter(
    ({ row, over }) => !stored.current.has(row.id) && (row.state !== 'open' || over === undefined),
  );
  return {
    rows: [...open.map((row) => ahead.get(row.id)?.row ?? row), ...others.map(({ row }) => row)].filter(
      ({ state }) => state !== 'dropped',
    ),
    /** Shows a row changed, or as it was when a change is taken back or failed. */
    show: (row: T, change: Partial<T>) => put(row, change, 0),
    /** Shows a row changed while that is written, and after it until storage says otherwise. */
    async during<R>(row: T, change: Partial<T>, act: () => Promise<R>): Promise<R> {
      put(row, change, 1);
      try {
        return await act();
      } finally {
        put(row, {}, -1);
      }
    },
  };
}

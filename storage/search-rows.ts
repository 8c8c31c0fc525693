import { SEARCHED, type SearchTable } from '../prep/search-entries.ts';
import { db } from './db.ts';
import type { SearchIndex } from './search-index.ts';

/** What a search shows of each table is its newest hits: so many of the newest rows are at hand. */
const AT_HAND = 600;
/** Rows read ahead in one go, when nothing else is to be done: short enough that a key pressed meanwhile is answered in time. */
const PAGE = 20;

/** Rows of one table by id, in the order of the ids. */
export interface Wished {
  table: SearchTable;
  ids: readonly string[];
}

/** The rows that a search shows, read from the records; those that were read before, or ahead, are at hand until anything changes. */
export class SearchRows {
  #rows = new Map<string, unknown>();
  #time = 0;

  /** The rows wished for; undefined in the place of one that is gone. */
  async read(wished: readonly Wished[]): Promise<unknown[][]> {
    const missing = wished
      .map(({ table, ids }) => ({ table, ids: ids.filter((id) => !this.#rows.has(`${table} ${id}`)) }))
      .filter(({ ids }) => ids.length > 0);
    const time = this.#time;
    const fresh = missing.length > 0 ? await fetchRows(missing) : new Map<string, unknown>();
    // What was read before a change may be as it was.
    if (time === this.#time) for (const [key, row] of fresh) this.#rows.set(key, row);
    return wished.map(({ table, ids }) =>
      ids.map((id) => fresh.get(`${table} ${id}`) ?? this.#rows.get(`${table} ${id}`)),
    );
  }

  /** Forgets all that is at hand, and reads the newest rows again a few at a time, until the signal aborts. */
  async renew(index: Pick<SearchIndex, 'find'>, signal: AbortSignal): Promise<void> {
    this.#rows = new Map();
    this.#time += 1;
    const time = this.#time;
    for (const table of SEARCHED) {
      const { hits } = index.find(table, { words: [], people: [] }, AT_HAND);
      for (let from = 0; from < hits.length; from += PAGE) {
        await quiet();
        if (signal.aborted || time !== this.#time) return;
        await this.read([{ table, ids: hits.slice(from, from + PAGE).map(({ id }) => id) }]);
      }
    }
  }
}

async function fetchRows(wished: readonly Wished[]): Promise<Map<string, unknown>> {
  const tables = wished.map(({ table }) => db.table(table));
  const found = new Map<string, unknown>();
  await db.transaction('r', tables, () =>
    Promise.all(
      wished.map(async ({ table, ids }) => {
        const rows = await db.table(table).bulkGet([...ids]);
        for (const [place, row] of rows.entries()) if (row) found.set(`${table} ${ids[place]}`, row);
      }),
    ),
  );
  return found;
}

/** As long as keys are pressed and answers drawn, what is read ahead waits; without such a browser a moment. */
const quiet = () =>
  new Promise<unknown>((done) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(done, { timeout: 500 }) : setTimeout(done, 10),
  );

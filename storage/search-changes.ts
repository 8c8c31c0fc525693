import { entryOf, SEARCHED, type Searched, type SearchTable } from '../prep/search-entries.ts';
import type { Entry } from '../prep/search-pack.ts';
import { db } from './db.ts';

/** How far back changes are read again, in ms: a clock that was set back loses none of them. */
const OVERLAP = 86_400_000;

/** What was changed and deleted in the last day and since. */
export interface Recent {
  from: string;
  /** When it was read. */
  until: string;
  changed: { [T in SearchTable]: { table: T; row: Searched[T] } }[SearchTable][];
  deleted: { table: SearchTable; id: string; deletedAt: string }[];
}

/**
 * Reads what has changed since an instant and in the day before it, by the index on `updatedAt`: the work is that of
 * the changes, not of the records. To be run as a live query.
 */
export async function readRecent(since: string, now = new Date()): Promise<Recent> {
  const from = new Date(Date.parse(since) - OVERLAP).toISOString();
  const tables = [...SEARCHED.map((table) => db.table(table)), db.tombstones];
  return db.transaction('r', tables, async () => {
    const [deleted, , ...changed] = await Promise.all([
      db.tombstones.where('deletedAt').above(from).toArray(),
      // Read so that the query runs again when somebody is forgotten.
      db.people.count(),
      ...SEARCHED.map((table) => changedRows(table, from)),
    ]);
    return {
      from,
      until: now.toISOString(),
      changed: changed.flat(),
      deleted: deleted.flatMap(({ table, ...one }) => (isSearched(table) ? [{ ...one, table }] : [])),
    };
  });
}

async function changedRows(table: SearchTable, from: string): Promise<Recent['changed']> {
  const rows = await db.table(table).where('updatedAt').above(from).toArray();
  return rows.map((row) => ({ table, row }));
}

/** What is to be taken in and out. */
export interface Changes {
  until: string;
  entries: [table: SearchTable, entry: Entry][];
  gone: [table: SearchTable, id: string][];
  /** What is now known of the last day: see `SearchState`. */
  recent: Record<string, string>;
}

/** What of the last day is not known yet. A deletion that was taken back leaves its row as old as it was: it is known by the tombstone, which has gone. */
export async function unknownOf(
  { from, until, changed, deleted }: Recent,
  known: Readonly<Record<string, string>>,
): Promise<Changes> {
  const changes: Changes = { until, entries: [], gone: [], recent: {} };
  for (const { table, row } of changed) {
    const key = `${table} ${row.id}`;
    changes.recent[key] = row.updatedAt;
    if (known[key] !== row.updatedAt) changes.entries.push([table, entryOf(table, row as never)]);
  }
  for (const { table, id, deletedAt } of deleted) {
    const key = `-${table} ${id}`;
    changes.recent[key] = deletedAt;
    if (known[key] !== deletedAt) changes.gone.push([table, id]);
  }
  for (const [key, deletedAt] of Object.entries(known)) {
    if (!key.startsWith('-') || key in changes.recent || deletedAt <= from) continue;
    const space = key.indexOf(' ');
    const [table, id] = [key.slice(1, space), key.slice(space + 1)];
    const row = isSearched(table) ? await db.table(table).get(id) : undefined;
    if (row && isSearched(table)) changes.entries.push([table, entryOf(table, row as never)]);
  }
  return changes;
}

function isSearched(table: string): table is SearchTable {
  return (SEARCHED as readonly string[]).includes(table);
}

/** Rows read and folded in one go: short enough that a key pressed meanwhile is answered in time. */
const PAGE = 400;

/** All rows of a table as entries, page by page. */
export async function* readAll(table: SearchTable): AsyncGenerator<Entry[]> {
  let last = '';
  for (;;) {
    const rows = await db.table(table).where('id').above(last).limit(PAGE).toArray();
    if (rows.length === 0) return;
    yield rows.map((row) => entryOf(table, row));
    last = rows.at(-1).id;
  }
}

/** What of a table is missing in the ids, and which of the ids are no rows any more; undefined when their numbers agree. */
export async function compare(
  table: SearchTable,
  count: number,
  ids: () => ReadonlySet<string>,
): Promise<{ entries: Entry[]; gone: string[] } | undefined> {
  if ((await db.table(table).count()) === count) return undefined;
  const known = ids();
  const keys = new Set((await db.table(table).toCollection().primaryKeys()) as string[]);
  const fresh = [...keys].filter((id) => !known.has(id));
  const entries: Entry[] = [];
  for (let from = 0; from < fresh.length; from += PAGE) {
    const rows = await db.table(table).bulkGet(fresh.slice(from, from + PAGE));
    entries.push(...rows.filter((row) => row !== undefined).map((row) => entryOf(table, row)));
  }
  return { entries, gone: [...known].filter((id) => !keys.has(id)) };
}

/** How many rows there are to look through. */
export async function countAll(): Promise<number> {
  const counts = await Promise.all(SEARCHED.map((table) => db.table(table).count()));
  return counts.reduce((all, count) => all + count, 0);
}

import { SEARCHED, type Searched, type SearchTable, writtenIn } from '../prep/search-entries.ts';
import type { Wanted } from '../prep/search-find.ts';
import type { SearchQuery } from '../prep/search-query.ts';
import { searchText } from '../prep/search-text.ts';
import type { SearchIndex } from './search-index.ts';

/** A record that was found. */
export type Hit = { [T in SearchTable]: { table: T; row: Searched[T] } }[SearchTable];

/** What was found in one table. */
export interface HitGroup {
  table: SearchTable;
  /** All of them, also those not read. */
  count: number;
  /** There are more than were counted. */
  over?: boolean;
  hits: Hit[];
}

export interface SearchAnswer {
  groups: HitGroup[];
  count: number;
  /** There are more than were counted. */
  over?: boolean;
  /** How many fit that `is:open` or `is:closed` leaves out. */
  closed: number;
}

/** What is open or closed; the others are neither. */
const CLOSABLE: readonly SearchTable[] = [
  'actionItems',
  'topics',
  'decisions',
  'projects',
  'captures',
  'agendas',
];

/** Midnight at the start of a day, here. */
const midnight = (day: string | undefined) => (day === undefined ? undefined : Date.parse(`${day}T00:00:00`));

/** More vent notes than anybody keeps; they are read to be looked through. */
const VENTS = 2_000;

/** Hits that are shown at first: a screen full of them, shared by the kinds that have any; each gets two. */
const SCREEN = 14;
const LEAST = 2;

/**
 * Answers a query: how many fit, and the newest of each table, read from the records themselves, so that what has
 * just been deleted is not shown. `more`: how many of a table are wanted instead of its share of the screen.
 */
export async function search(
  index: Pick<SearchIndex, 'find' | 'rows'>,
  query: SearchQuery,
  more: Partial<Record<SearchTable, number>> = {},
): Promise<SearchAnswer> {
  const wanted: Wanted = {
    words: query.vent ? [] : query.words,
    people: query.people.map((ids) => new Set(ids)),
    open: query.open,
    from: midnight(query.from),
    before: midnight(query.before),
    vent: query.vent,
  };
  const answer: SearchAnswer = { groups: [], count: 0, closed: 0 };
  const found: { table: SearchTable; count: number; ids: string[]; over: boolean }[] = [];
  for (const table of query.open === undefined ? SEARCHED : CLOSABLE) {
    const most = query.vent ? VENTS : (more[table] ?? SCREEN);
    const { count, hits, closed, over = false } = index.find(table, wanted, most);
    answer.closed += closed;
    if (over) answer.over = true;
    if (count > 0) found.push({ table, count, ids: hits.map(({ id }) => id), over });
  }
  const shares = share(found.map(({ count }) => count));
  for (const [place, one] of found.entries()) {
    if (!query.vent) one.ids.length = Math.min(one.ids.length, more[one.table] ?? shares[place] ?? SCREEN);
  }
  const read = await index.rows.read(found);
  for (const [place, { table, count, ids, over }] of found.entries()) {
    const hits = (read[place] ?? []).flatMap((row) => (row ? [{ table, row } as Hit] : []));
    const fit = query.vent ? hits.filter((hit) => holds(hit, query.words)) : hits;
    // One that is gone since the index was made is not counted either.
    const all = query.vent ? fit.length : count - (ids.length - hits.length);
    if (all > 0)
      answer.groups.push({
        table,
        count: all,
        hits: fit.slice(0, more[table] ?? SCREEN),
        ...(over && { over }),
      });
    answer.count += all;
  }
  return answer;
}

/** Shares the screen: nobody gets more than there are, and what one leaves the next may have. */
function share(counts: readonly number[]): number[] {
  let left = SCREEN;
  let others = counts.length;
  return counts.map((count) => {
    const own = Math.min(count, Math.max(LEAST, Math.ceil(left / others)));
    left -= own;
    others -= 1;
    return own;
  });
}

function holds(hit: Hit, words: readonly string[]): boolean {
  const text = searchText(writtenIn(hit.table, hit.row as never));
  return words.every((word) => text.includes(word));
}

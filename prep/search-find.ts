import { type Chunk, idsOf, OPEN, textAt, VENT } from './search-pack.ts';

/** What is looked for: all of the words, in any order; the rest narrows. */
export interface Wanted {
  /** As `searchText` gives them; none: every entry. */
  words: readonly string[];
  /** Groups of ids: an entry has to be about somebody of each. */
  people: readonly ReadonlySet<string>[];
  /** undefined: open and closed. */
  open?: boolean | undefined;
  /** From this instant on, and before that one, in milliseconds since 1970. */
  from?: number | undefined;
  before?: number | undefined;
  /** Vent notes instead of all others. */
  vent?: boolean | undefined;
}

export interface Found {
  count: number;
  /** The newest of them, at most as many as asked for. */
  hits: { id: string; at: number }[];
  /** How many would be there besides if open and closed were both wanted. */
  closed: number;
  /** There are more of either than were counted. */
  over?: boolean;
}

/**
 * Nobody reads a thousand hits, and counting all of a word that stands in every note takes ten times as long as finding
 * the newest of them: beyond this it is not counted on.
 */
export const ENOUGH = 1_000;

/** Looks through a chunk: where the longest word stands, and whether all else fits there. */
export function find(chunk: Chunk, wanted: Wanted, limit: number): Found {
  const [longest = '', ...others] = [...wanted.words].sort((a, b) => b.length - a.length);
  const fits = fitting(chunk, wanted);
  const found: Found = { count: 0, hits: [], closed: 0 };
  if (!fits) return found;
  const { text, ends, at } = chunk;
  const look = (index: number) => {
    if (!fits(index)) return;
    if (others.length > 0) {
      const own = textAt(chunk, index);
      if (!others.every((word) => own.includes(word))) return;
    }
    const open = ((chunk.flags[index] ?? 0) & OPEN) !== 0;
    if (wanted.open !== undefined && open !== wanted.open) {
      found.closed += 1;
      return;
    }
    found.count += 1;
    if (found.hits.length < limit) {
      found.hits.push({ id: idsOf(chunk)[index] ?? '', at: at[index] ?? 0 });
    }
  };
  if (longest === '') {
    for (let index = 0; index < ends.length; index += 1) look(index);
    return found;
  }
  let index = 0;
  for (let place = text.indexOf(longest); place >= 0; place = text.indexOf(longest, ends[index - 1])) {
    while ((ends[index] ?? Number.POSITIVE_INFINITY) <= place) index += 1;
    look(index);
    index += 1;
  }
  return found;
}

/** Whether an entry is one of those wanted, its words and whether it is open apart; undefined: none in this chunk is. */
function fitting(chunk: Chunk, wanted: Wanted): ((index: number) => boolean) | undefined {
  const groups = wanted.people.map(
    (ids) => new Set(chunk.people.flatMap((id, place) => (ids.has(id) ? [place] : []))),
  );
  if (groups.some((places) => places.size === 0)) return undefined;
  const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = wanted;
  const { at, flags, ends, who, whoEnds } = chunk;
  const vent = wanted.vent === true;
  return (index) => {
    if ((((flags[index] ?? 0) & VENT) !== 0) !== vent) return false;
    // An entry without words is there to be counted only.
    if (!vent && (ends[index] ?? 0) - (index === 0 ? 0 : (ends[index - 1] ?? 0)) <= 1) return false;
    const when = at[index] ?? 0;
    if (when < from || when >= before) return false;
    if (groups.length === 0) return true;
    const own = who.subarray(index === 0 ? 0 : whoEnds[index - 1], whoEnds[index]);
    return groups.every((places) => own.some((place) => places.has(place)));
  };
}

/**
 * Looks through many chunks, the one with the newest entry first: the newest hits of them all, and how many there are, or that
 * there are more than `enough`.
 */
export function findAll(chunks: Iterable<Chunk>, wanted: Wanted, limit: number, enough = ENOUGH): Found {
  const all: Found = { count: 0, hits: [], closed: 0 };
  const newest = (chunk: Chunk | undefined) => chunk?.at[0] ?? Number.NEGATIVE_INFINITY;
  const sorted = [...chunks].sort((a, b) => newest(b) - newest(a));
  for (const [place, chunk] of sorted.entries()) {
    const { count, hits, closed } = find(chunk, wanted, limit);
    all.count += count;
    all.closed += closed;
    if (hits.length > 0) {
      all.hits.push(...hits);
      all.hits.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
      all.hits.length = Math.min(all.hits.length, limit);
    }
    const last = all.hits[limit - 1];
    const next = sorted[place + 1];
    if (next && last && all.count + all.closed > enough && last.at > newest(next)) {
      all.over = true;
      break;
    }
  }
  return all;
}

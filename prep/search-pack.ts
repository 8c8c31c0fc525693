/**
 * Something that can be found: one row of a table. A row whose text stays out of search has an empty one, so that a chunk
 * holds every row of its table and can be compared with it.
 */
export interface Entry {
  id: string;
  /** As `searchText` gives it. */
  text: string;
  personIds: readonly string[];
  /** When it is from, in milliseconds since 1970. */
  at: number;
  open: boolean;
  /** A vent note: found only when asked for, its text is not here. */
  vent: boolean;
}

/** Rows of one table packed so that 50,000 notes are read and looked through in milliseconds (PERFORMANCE.md). */
export interface Chunk {
  /** The texts one after the other, a line break after each. */
  text: string;
  /** Where each text ends, its line break included. */
  ends: Uint32Array;
  /** The ids, a line break between two. */
  ids: string;
  /** The people named in this chunk; `who` holds their places in it, those of entry n up to `whoEnds[n]`. */
  people: string[];
  who: Uint32Array;
  whoEnds: Uint32Array;
  at: Float64Array;
  /** OPEN and VENT. */
  flags: Uint8Array;
}

const OPEN = 1;
const VENT = 2;

/** Entries of one chunk: rewriting one takes about 5 ms. */
export const CHUNK = 1_000;

/** Packs entries, newest first. */
export function pack(entries: readonly Entry[]): Chunk {
  const sorted = [...entries].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const people: string[] = [];
  const place = new Map<string, number>();
  const who: number[] = [];
  const chunk: Chunk = {
    text: sorted.map(({ text }) => `${text}\n`).join(''),
    ends: new Uint32Array(sorted.length),
    ids: sorted.map(({ id }) => id).join('\n'),
    people,
    who: new Uint32Array(0),
    whoEnds: new Uint32Array(sorted.length),
    at: Float64Array.from(sorted, ({ at }) => at),
    flags: Uint8Array.from(sorted, ({ open, vent }) => (open ? OPEN : 0) | (vent ? VENT : 0)),
  };
  let end = 0;
  for (const [index, { text, personIds }] of sorted.entries()) {
    end += text.length + 1;
    chunk.ends[index] = end;
    for (const id of personIds) {
      if (!place.has(id)) place.set(id, people.push(id) - 1);
      who.push(place.get(id) ?? 0);
    }
    chunk.whoEnds[index] = who.length;
  }
  chunk.who = Uint32Array.from(who);
  return chunk;
}

/** Packs any number of entries, newest first, a thousand to a chunk. */
export function packAll(entries: readonly Entry[]): Chunk[] {
  const sorted = [...entries].sort((a, b) => b.at - a.at);
  return Array.from({ length: Math.ceil(sorted.length / CHUNK) }, (_, index) =>
    pack(sorted.slice(index * CHUNK, (index + 1) * CHUNK)),
  );
}

/** The entries of a chunk again. */
export function unpack(chunk: Chunk): Entry[] {
  return idsOf(chunk).map((id, index) => ({
    id,
    text: textAt(chunk, index),
    personIds: peopleAt(chunk, index),
    at: chunk.at[index] ?? 0,
    open: ((chunk.flags[index] ?? 0) & OPEN) !== 0,
    vent: ((chunk.flags[index] ?? 0) & VENT) !== 0,
  }));
}

const split = new WeakMap<Chunk, string[]>();

/** The ids of a chunk, in its order. */
export function idsOf(chunk: Chunk): string[] {
  const known = split.get(chunk) ?? (chunk.ends.length === 0 ? [] : chunk.ids.split('\n'));
  split.set(chunk, known);
  return known;
}

function textAt({ text, ends }: Chunk, index: number): string {
  return text.slice(index === 0 ? 0 : ends[index - 1], (ends[index] ?? 1) - 1);
}

function peopleAt({ people, who, whoEnds }: Chunk, index: number): string[] {
  const places = [...who.subarray(index === 0 ? 0 : whoEnds[index - 1], whoEnds[index])];
  return places.map((place) => people[place] ?? '');
}

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

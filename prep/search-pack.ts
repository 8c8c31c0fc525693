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

/** Bits of an entry's flags. */
export const OPEN = 1;
export const VENT = 2;

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

/** The text of the entry at this place. */
export function textAt({ text, ends }: Chunk, index: number): string {
  return text.slice(index === 0 ? 0 : ends[index - 1], (ends[index] ?? 1) - 1);
}

function peopleAt({ people, who, whoEnds }: Chunk, index: number): string[] {
  const places = [...who.subarray(index === 0 ? 0 : whoEnds[index - 1], whoEnds[index])];
  return places.map((place) => people[place] ?? '');
}

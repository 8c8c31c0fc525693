import type { SearchTable } from '../prep/search-entries.ts';
import { type Found, findAll, type Wanted } from '../prep/search-find.ts';
import { CHUNK, type Chunk, type Entry, idsOf, packAll, unpack } from '../prep/search-pack.ts';
import type { StoredChunk } from './search-store.ts';

/** The packed entries of all tables, in memory, by chunks: a change touches those that it has to. */
export class SearchChunks {
  readonly #tables = new Map<SearchTable, Map<string, Chunk>>();

  constructor(stored: readonly StoredChunk[] = []) {
    for (const chunk of stored) this.#of(chunk.table).set(chunk.id, chunk);
  }

  /** What fits in one table: how many, and the newest of them. */
  find(table: SearchTable, wanted: Wanted, limit: number): Found {
    return findAll(this.#of(table).values(), wanted, limit);
  }

  /** How many entries of a table there are. */
  count(table: SearchTable): number {
    let count = 0;
    for (const { ends } of this.#of(table).values()) count += ends.length;
    return count;
  }

  ids(table: SearchTable): Set<string> {
    return new Set([...this.#of(table).values()].flatMap(idsOf));
  }

  clear(table: SearchTable): void {
    this.#of(table).clear();
  }

  /** Puts entries into chunks of their own. */
  add(table: SearchTable, entries: readonly Entry[]): void {
    for (const chunk of packAll(entries)) this.#of(table).set(crypto.randomUUID(), chunk);
  }

  /** Takes entries out and others in. @returns the chunks that are other ones now, or none any more */
  replace(table: SearchTable, out: ReadonlySet<string>, fresh: readonly Entry[]): string[] {
    const chunks = this.#of(table);
    const touched: string[] = [];
    // The new ones go where there is room.
    let into: string | undefined;
    for (const [id, chunk] of chunks) {
      const own = idsOf(chunk);
      if (own.length + fresh.length <= CHUNK) into ??= id;
      if (own.some((one) => out.has(one))) touched.push(id);
    }
    if (fresh.length > 0 && into !== undefined && !touched.includes(into)) touched.push(into);
    for (const id of touched) {
      const chunk = chunks.get(id);
      const left = chunk ? unpack(chunk).filter((entry) => !out.has(entry.id)) : [];
      const [packed, ...more] = packAll(id === into ? [...left, ...fresh] : left);
      if (packed) chunks.set(id, packed);
      else chunks.delete(id);
      for (const one of more) chunks.set(newName(touched), one);
    }
    if (into === undefined) for (const chunk of packAll(fresh)) chunks.set(newName(touched), chunk);
    return touched;
  }

  /** All of it as it is stored. */
  stored(): StoredChunk[] {
    return [...this.#tables].flatMap(([table, chunks]) =>
      [...chunks].map(([id, chunk]) => ({ ...chunk, id, table })),
    );
  }

  /** Of some chunks, each with its table: those that there are, as they are stored, and the names of those that went. */
  those(names: ReadonlyMap<string, SearchTable>): { changed: StoredChunk[]; empty: string[] } {
    const changed: StoredChunk[] = [];
    const empty: string[] = [];
    for (const [id, table] of names) {
      const chunk = this.#of(table).get(id);
      if (chunk) changed.push({ ...chunk, id, table });
      else empty.push(id);
    }
    return { changed, empty };
  }

  #of(table: SearchTable): Map<string, Chunk> {
    const known = this.#tables.get(table) ?? new Map<string, Chunk>();
    this.#tables.set(table, known);
    return known;
  }
}

function newName(touched: string[]): string {
  const id = crypto.randomUUID();
  touched.push(id);
  return id;
}

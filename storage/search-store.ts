import { Dexie, type EntityTable } from 'dexie';
import type { SearchTable } from '../prep/search-entries.ts';
import type { Chunk } from '../prep/search-pack.ts';
import { currentSealer } from './lock-door.ts';

/** A chunk under a name of its own, of the rows of one table. */
export type StoredChunk = Chunk & { id: string; table: SearchTable };

/** What is known of the stored chunks. */
export interface SearchState {
  key: 'state';
  format: number;
  /** Another one with each change of what is stored: a window that knows an older one reads it again. */
  stamp: string;
  builtAt: string;
  /** Changes up to this instant are in it. */
  since: string;
  /** Of the last day's changes what is in it: `<table> <id>` and when it was changed; `-<table> <id>` and when it was deleted. */
  recent: Record<string, string>;
}

/** Changes with how a text is folded or packed: then all of it is made anew. */
const FORMAT = 2;

/**
 * What search needs to answer at once, in a database of its own: all of it comes from the main one and is made again
 * whenever it is not there. It is in no backup, and `eraseSearch()` throws it away.
 */
class SearchDatabase extends Dexie {
  declare chunks: EntityTable<StoredChunk, 'id'>;
  declare state: EntityTable<SearchState, 'key'>;

  constructor() {
    super('peerside-search');
    this.version(1).stores({ chunks: 'id', state: 'key' });
  }
}

const searchDb = new SearchDatabase();

export interface StoredIndex {
  state: SearchState;
  chunks: StoredChunk[];
}

/** What is stored; undefined when there is nothing, or it is of another version. Never throws: it can be made again. */
export async function loadStored(): Promise<StoredIndex | undefined> {
  // What is made of sealed rows is not stored in the clear.
  if (currentSealer()) return undefined;
  try {
    return await searchDb.transaction('r', searchDb.tables, async () => {
      const [state, chunks] = await Promise.all([searchDb.state.get('state'), searchDb.chunks.toArray()]);
      return state?.format === FORMAT ? { state, chunks } : undefined;
    });
  } catch (error) {
    console.warn('peerside: the search index could not be read', error);
    return undefined;
  }
}

/** The state of an index that is about to be made. */
export function freshState(now: Date): SearchState {
  const at = now.toISOString();
  return { key: 'state', format: FORMAT, stamp: crypto.randomUUID(), builtAt: at, since: at, recent: {} };
}

/** Stores an index in the place of the one before. */
export async function storeWhole(index: StoredIndex): Promise<void> {
  if (currentSealer()) return;
  await searchDb.transaction('rw', searchDb.tables, async () => {
    await searchDb.chunks.clear();
    await searchDb.chunks.bulkPut(index.chunks);
    await searchDb.state.put(index.state);
  });
}

/**
 * Stores what has changed of an index. @returns false when the stored one is not the one that was changed (`before`, its
 * stamp), because it was erased, made anew or changed by another window: then nothing is stored, and it is to be read again
 */
export async function storeChange(
  before: string,
  state: SearchState,
  changed: readonly StoredChunk[],
  gone: readonly string[],
): Promise<boolean> {
  if (currentSealer()) return true;
  return searchDb.transaction('rw', searchDb.tables, async () => {
    const stored = await searchDb.state.get('state');
    if (stored?.stamp !== before) return false;
    await searchDb.chunks.bulkPut([...changed]);
    await searchDb.chunks.bulkDelete([...gone]);
    await searchDb.state.put(state);
    return true;
  });
}

/**
 * Throws away all that search has stored, at once; it is made again when search is next opened. To be called by what
 * forgets a person, deletes everything, or puts other records in the place of those that are there.
 */
export async function eraseSearch(): Promise<void> {
  await searchDb.transaction('rw', searchDb.tables, async () => {
    await searchDb.state.clear();
    await searchDb.chunks.clear();
  });
}

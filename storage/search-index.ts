import { SEARCHED, type SearchTable } from '../prep/search-entries.ts';
import type { Found, Wanted } from '../prep/search-find.ts';
import { CHUNK, type Entry } from '../prep/search-pack.ts';
import { live } from './live.ts';
import { type Changes, compare, countAll, readAll, readRecent, unknownOf } from './search-changes.ts';
import { SearchChunks } from './search-chunks.ts';
import { SearchRows } from './search-rows.ts';
import { freshState, loadStored, type SearchState, storeChange, storeWhole } from './search-store.ts';

/** An index this old is made anew, in case a record was ever written without saying when. */
const OLD_MS = 7 * 86_400_000;

/** Where search stands. `making`: what is made already can be searched. */
export interface SearchStanding {
  state: 'loading' | 'making' | 'ready' | 'failed';
  /** While it is made: rows read, of how many. */
  done: number;
  rows: number;
  error?: unknown;
}

/**
 * All that can be found, in memory, and kept up to date while it is open. It calls `changed` whenever a search may answer
 * something else than before.
 */
export class SearchIndex {
  /** The records that answers show. */
  readonly rows = new SearchRows();
  standing: SearchStanding = { state: 'loading', done: 0, rows: 0 };
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  #chunks = new SearchChunks();
  #state = freshState(new Date());
  /** Known until something changes. */
  #vents: boolean | undefined;
  /** Changes are taken in one after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(changed: () => void, signal: AbortSignal) {
    this.#changed = changed;
    this.#signal = signal;
  }

  /** Reads what is stored, or makes it, and follows the records until the signal aborts. Never throws. */
  async open(): Promise<void> {
    try {
      const stored = await loadStored();
      if (stored) {
        this.#state = stored.state;
        this.#chunks = new SearchChunks(stored.chunks);
        this.#say({ state: 'ready' });
      } else {
        await this.#make(this.#chunks);
      }
      if (this.#signal.aborted) return;
      this.#follow();
      if (stored && Date.now() - Date.parse(stored.state.builtAt) > OLD_MS) await this.#makeAnew();
    } catch (error) {
      this.#say({ state: 'failed', error });
    }
  }

  /** Whether there is any vent note, which a search leaves out unless it is asked for. */
  get hasVents(): boolean {
    const has = (table: SearchTable) => this.find(table, { words: [], people: [], vent: true }, 1).count > 0;
    this.#vents ??= has('notes') || has('captures');
    return this.#vents;
  }

  /** What fits in one table: how many, and the newest of them. */
  find(table: SearchTable, wanted: Wanted, limit: number): Found {
    return this.#chunks.find(table, wanted, limit);
  }

  #say(standing: Partial<SearchStanding>): void {
    this.standing = { ...this.standing, ...standing };
    this.#vents = undefined;
    if (!this.#signal.aborted) this.#changed();
  }

  /** Makes all of it from the records, a page at a time, and stores it. */
  async #make(into: SearchChunks): Promise<void> {
    const state = freshState(new Date());
    const shown = into === this.#chunks;
    const rows = await countAll();
    if (shown) this.#say({ state: 'making', rows });
    let done = 0;
    for (const table of SEARCHED) {
      into.clear(table);
      const all: Entry[] = [];
      let kept = 0;
      for await (const page of readAll(table)) {
        if (this.#signal.aborted) return;
        all.push(...page);
        done += page.length;
        // What is there already can be searched.
        if (shown && all.length - kept >= CHUNK) {
          into.add(table, all.slice(kept));
          kept = all.length;
        }
        if (shown) this.#say({ done });
      }
      // By their time, the newest together: a search ends where older ones begin.
      into.clear(table);
      into.add(table, all);
    }
    this.#state = state;
    this.#chunks = into;
    await storeWhole({ state, chunks: into.stored() }).catch(inMemoryOnly);
    this.#say({ state: 'ready' });
  }

  async #makeAnew(): Promise<void> {
    await this.#inTurn(() => this.#make(new SearchChunks()));
  }

  #follow(): void {
    let compared = false;
    live(
      () => readRecent(this.#state.since),
      (now) => {
        if (now.state === 'failed') this.#say({ state: 'failed', error: now.error });
        if (now.state !== 'ready') return;
        // Whatever has changed: what is at hand may be it.
        this.rows.renew(this, this.#signal).catch((error) => this.#say({ state: 'failed', error }));
        void this.#inTurn(async () => {
          await this.#take(await unknownOf(now.value, this.#state.recent));
          // Once: what went or came without a trace is known by the numbers.
          if (!compared) await this.#compareAll();
          compared = true;
        });
      },
      this.#signal,
    );
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(() => (this.#signal.aborted ? undefined : act()));
    this.#queue = next.catch((error) => this.#say({ state: 'failed', error }));
    return next;
  }

  async #compareAll(): Promise<void> {
    for (const table of SEARCHED) {
      const differ = await compare(table, this.#chunks.count(table), () => this.#chunks.ids(table));
      if (!differ) continue;
      await this.#take({
        until: this.#state.since,
        entries: differ.entries.map((entry) => [table, entry]),
        gone: differ.gone.map((id) => [table, id]),
        recent: this.#state.recent,
      });
    }
  }

  /** Takes changes in, here and in what is stored. */
  async #take({ until, entries, gone, recent }: Changes): Promise<void> {
    const before = this.#state;
    const known = Object.keys(before.recent).length;
    if (entries.length === 0 && gone.length === 0 && known === Object.keys(recent).length) return;
    const state: SearchState = { ...before, stamp: crypto.randomUUID(), since: until, recent };
    const touched = new Map<string, SearchTable>();
    for (const table of SEARCHED) {
      const fresh = new Map(entries.flatMap(([of, entry]) => (of === table ? [[entry.id, entry]] : [])));
      const out = new Set([...fresh.keys(), ...gone.flatMap(([of, id]) => (of === table ? [id] : []))]);
      if (out.size > 0)
        for (const id of this.#chunks.replace(table, out, [...fresh.values()])) touched.set(id, table);
    }
    this.#state = state;
    this.#say({});
    const { changed, empty } = this.#chunks.those(touched);
    const stored = await storeChange(before.stamp, state, changed, empty).catch(inMemoryOnly);
    if (stored === false) await this.#again();
  }

  /** Another window made it anew, or it was erased: what this window holds may be what was to be forgotten. */
  async #again(): Promise<void> {
    const stored = await loadStored();
    if (!stored) return this.#make(new SearchChunks());
    this.#chunks = new SearchChunks(stored.chunks);
    this.#state = stored.state;
    await this.#take(await unknownOf(await readRecent(this.#state.since), this.#state.recent));
    this.#say({});
  }
}

/** The disk is full, or the browser will not have it: search works all the same, and makes it again next time. */
function inMemoryOnly(error: unknown): undefined {
  console.warn('peerside: the search index could not be stored', error);
}

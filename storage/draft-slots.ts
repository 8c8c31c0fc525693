import { browser } from 'wxt/browser';
import { draftName, readDraft } from './drafts.ts';
import { currentSealer, readySealer } from './lock-door.ts';
import { pack } from './packed.ts';

/*
 * Two windows may have the same line or form open. So a draft has several places, each held by one page at a time, with
 * the browser's own locks: it lets go of them when a page dies, and what lies in them is offered to the next that asks. A text
 * of a living page is never touched.
 */

/** Places of one draft: more windows than anybody has. The first is the draft's own name. */
const PLACES = 20;

/** A place to keep what is typed, held by this page until it is let go of. */
export interface Slot<T> {
  /** What was begun in it by a page that is gone; undefined: nothing. */
  begun: T | undefined;
  /** Keeps this, or nothing; while the page closes at once, as nothing that is waited for comes then. */
  keep: (value: T | undefined) => Promise<void>;
  /** Lets go of it, once all is written. What lies in it is offered to the next that asks. */
  free: () => Promise<unknown>;
}

/** What this page is about to let go of: its next line or form is to find what the last one has left. */
const goings = new Set<Promise<unknown>>();
/** Nothing waits longer for it, in milliseconds: a disk that is full takes nothing. */
const PATIENCE_MS = 1_000;

/** Tells of something that keeps what is left in it and lets go then. */
export function leaving(done: Promise<unknown>): void {
  const going = done.catch(() => {});
  goings.add(going);
  void going.then(() => goings.delete(going));
}

/** Whether this page closes; undefined until something is held. */
let closing: boolean | undefined;

/** Writes at once what waits to be written. */
const waiting = new Set<() => void>();

/** What is kept by those that hear of it before is written here, what by those after at once. A worker closes without a word. */
function watchClosing(): void {
  if (closing !== undefined) return;
  closing = false;
  globalThis.addEventListener?.('pagehide', () => {
    closing = true;
    for (const write of waiting) write();
  });
  globalThis.addEventListener?.('pageshow', () => (closing = false));
}

/**
 * The first place of a draft that no other page holds and that holds something (`begun`), nothing (`empty`), or something
 * if there is one and else nothing (`any`). `read`: what was begun, or undefined when it is none; that is left alone.
 * @returns undefined when nothing was begun and only that was asked for
 * @throws Locked while it is locked; when all places are taken
 */
export async function takeSlot<T>(
  draft: string,
  read: (stored: unknown) => T | undefined,
  want: 'begun' | 'empty' | 'any' = 'any',
): Promise<Slot<T> | undefined> {
  if (goings.size > 0)
    await Promise.race([Promise.all(goings), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
  const keys = Array.from({ length: PLACES }, (_, index) => (index === 0 ? draft : `${draft} ${index + 1}`));
  const stored = await browser.storage.local.get(keys.map(draftName));
  const used = (key: string) => draftName(key) in stored;
  const fits = async (key: string, begun: boolean) => {
    const slot = await hold(key, read);
    if (slot && (slot.begun !== undefined) === begun) return slot;
    void slot?.free();
    return undefined;
  };
  if (want !== 'empty') {
    for (const key of keys.filter(used)) {
      const slot = await fits(key, true);
      if (slot) return slot;
    }
    if (want === 'begun') return undefined;
  }
  for (const key of keys) {
    const slot = used(key) ? undefined : await fits(key, false);
    if (slot) return slot;
  }
  throw new Error(`no place left to keep ${draft}`);
}

/** Puts a text or a form into a place of its own and lets go of it, to be offered again. */
export async function putBack<T>(draft: string, value: T): Promise<void> {
  const place = await takeSlot<T>(draft, () => undefined, 'empty');
  try {
    await place?.keep(value);
  } finally {
    void place?.free();
  }
}

/** Holds one place, unless another page does. */
async function hold<T>(key: string, read: (stored: unknown) => T | undefined): Promise<Slot<T> | undefined> {
  const release = await lock(draftName(key));
  if (!release) return undefined;
  try {
    const stored = await readDraft(key);
    return slotOf(key, stored === undefined ? undefined : read(stored), release);
  } catch (error) {
    void release();
    throw error;
  }
}

/** Takes a lock of the browser without waiting; answers how to let go of it, undefined when another has it. */
function lock(name: string): Promise<(() => Promise<unknown>) | undefined> {
  return new Promise((taken, failed) => {
    const held = (got: unknown) => {
      if (!got) return taken(undefined);
      return new Promise<void>((release) => {
        taken(() => {
          release();
          return over;
        });
      });
    };
    const over = navigator.locks.request(name, { ifAvailable: true }, held);
    over.catch(failed);
  });
}

function slotOf<T>(key: string, begun: T | undefined, release: () => Promise<unknown>): Slot<T> {
  watchClosing();
  const name = draftName(key);
  let last: Promise<unknown> = Promise.resolve();
  let newest = 0;
  const store = (value: T, sealer = currentSealer()) =>
    browser.storage.local.set({ [name]: pack(sealer ? sealer.seal(name, value) : value) });
  const write = async (value: T | undefined) => {
    newest += 1;
    const mine = newest;
    if (value === undefined) return browser.storage.local.remove(name);
    if (closing) return store(value);
    const now = () => {
      // Not what is older than what was kept meanwhile.
      if (mine !== newest) return;
      newest += 1;
      void store(value);
    };
    waiting.add(now);
    const sealer = await readySealer().finally(() => waiting.delete(now));
    if (mine === newest) await store(value, sealer);
  };
  return {
    begun,
    keep(value) {
      const written = write(value);
      last = Promise.allSettled([last, written]);
      return written;
    },
    free() {
      const freed = last.then(release);
      leaving(freed);
      return freed;
    },
  };
}

import { browser } from 'wxt/browser';
import { db } from './db.ts';
import { beginRewriting, keepKey, type LockState, lockNow, readLock, writeLock } from './lock.ts';
import { currentSealer } from './lock-door.ts';
import { makeLock, rewrap, unwrap } from './lock-passphrase.ts';
import { openValue, sealValue } from './lock-text.ts';
import { eraseSearch } from './search-store.ts';
import { dropSnapshots, takeSnapshot } from './snapshots.ts';

/** Told how many rows are rewritten, of how many. */
type Progress = (done: number, total: number) => void;

/** Rows in one transaction. */
const PAGE = 300;
/** What other windows are given to let go of the database. */
const LET_GO_MS = 1_000;

/** Puts a lock on: from then on everything is stored sealed. What there is is rewritten, step by step. */
export async function putLockOn(passphrase: string, minutes: number, progress?: Progress): Promise<void> {
  if (await readLock()) throw new Error('there is a lock already');
  const { lock, key } = await makeLock(passphrase, minutes);
  beginRewriting();
  await keepKey(key);
  await writeLock({ ...lock, rewriting: 'seal' });
  await rewrite(progress);
}

/** Takes the lock off, which must be open: everything is stored in the clear again. */
export async function takeLockOff(progress?: Progress): Promise<void> {
  const lock = await readLock();
  if (!lock) return;
  beginRewriting();
  await writeLock({ ...lock, rewriting: 'open' });
  await rewrite(progress);
}

/** Opens the lock; false: it is not the passphrase. */
export async function unlock(passphrase: string): Promise<boolean> {
  const lock = await readLock();
  if (!lock) return true;
  const key = await unwrap(lock, passphrase);
  if (key === undefined) return false;
  await keepKey(key);
  return true;
}

/** Another passphrase for the same lock; false: the old one is not right, and nothing is changed. */
export async function changePassphrase(old: string, fresh: string): Promise<boolean> {
  const lock = await readLock();
  const key = lock && (await unwrap(lock, old));
  if (!lock || key === undefined) return false;
  await writeLock(await rewrap(lock, key, fresh));
  return true;
}

/** After how many minutes of rest it locks. */
export async function setLockMinutes(minutes: number): Promise<void> {
  const lock = await readLock();
  if (lock) await writeLock({ ...lock, minutes });
}

/**
 * Rewrites all that is not yet as the lock says: rows, then what is typed and not saved, then copies and search. Safe to be
 * interrupted and begun again; rows of both kinds are read meanwhile.
 */
export async function rewrite(progress: Progress = () => {}): Promise<void> {
  const lock = await readLock();
  if (!lock?.rewriting) return;
  beginRewriting();
  await new Promise((done) => setTimeout(done, LET_GO_MS));
  db.close({ disableAutoOpen: false });
  await db.open();
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const table of db.tables) {
    let last = '';
    for (;;) {
      const rows = await db.transaction('rw', table, async () => {
        const page = await table.where(':id').above(last).limit(PAGE).toArray();
        await table.bulkPut(page);
        return page;
      });
      const row = rows.at(-1);
      if (!row) break;
      last = row[table.schema.primKey.keyPath as string];
      done += rows.length;
      progress(done, total);
    }
  }
  await rewriteTexts();
  await dropSnapshots();
  await eraseSearch();
  await end(lock);
  await takeSnapshot('time');
}

async function rewriteTexts(): Promise<void> {
  const all = await browser.storage.local.get(null);
  for (const [key, value] of Object.entries(all)) {
    if (!/^(draft|unsaved) /.test(key)) continue;
    const plain = openValue(key, value);
    await browser.storage.local.set({ [key]: currentSealer()?.writes ? sealValue(key, plain) : plain });
  }
}

async function end(lock: LockState): Promise<void> {
  if (lock.rewriting === 'seal') return writeLock({ ...lock, rewriting: null });
  await writeLock(undefined);
  await lockNow();
}

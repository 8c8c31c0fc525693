import { browser } from 'wxt/browser';
import { currentSealer, type Sealer, useSealer } from './lock-door.ts';
import { LOCK } from './lock-there.ts';

/*
 * Whether there is a lock, and whether it is open. The data key lies wrapped by the passphrase in the extension's storage, and
 * as it is only in the browser's session, which no disk sees and which ends with the browser.
 */

const KEY = 'lock-key';
const USED = 'lock-used';

/** What is stored of a lock; texts are base64. */
export interface LockState {
  salt: string;
  rounds: number;
  iv: string;
  /** The data key, by AES-GCM with the key of the passphrase. */
  wrapped: string;
  /** After so many minutes of rest it locks; 0: only with the browser, or by hand. */
  minutes: number;
  /** While rows are being rewritten: what was interrupted goes on at the next unlocking. */
  rewriting: 'seal' | 'open' | null;
}

/** Thrown by whatever needs data while it is locked. */
export class Locked extends Error {
  override name = 'Locked';
}

/** The lock, if there is one. */
export async function readLock(): Promise<LockState | undefined> {
  return (await browser.storage.local.get(LOCK))[LOCK] as LockState | undefined;
}

export async function writeLock(lock: LockState | undefined): Promise<void> {
  if (lock) await browser.storage.local.set({ [LOCK]: lock });
  else await browser.storage.local.remove(LOCK);
}

/** The data key while it is unlocked; too long a rest ends that here. */
export async function readKey(lock: LockState, now = Date.now()): Promise<string | undefined> {
  const { [KEY]: key, [USED]: used } = await browser.storage.session.get([KEY, USED]);
  if (typeof key !== 'string') return undefined;
  if (lock.minutes > 0 && now - Number(used ?? 0) > lock.minutes * 60_000) {
    await lockNow();
    return undefined;
  }
  return key;
}

/** Unlocks for all pages and the worker, until the browser ends or `lockNow()`. */
export async function keepKey(key: string, now = Date.now()): Promise<void> {
  await browser.storage.session.set({ [KEY]: key, [USED]: now });
}

/** Locks at once, everywhere. */
export async function lockNow(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** Notes that somebody is there. */
export async function noteUse(now = Date.now()): Promise<void> {
  await browser.storage.session.set({ [USED]: now });
}

let rewritingHere = false;

/** That this page is the one that rewrites what is stored: for all others it is locked meanwhile. */
export function beginRewriting(): void {
  rewritingHere = true;
}

/** Whether there is a lock and it is shut; also while another page rewrites what is stored, or did and was interrupted. */
export async function isLocked(): Promise<boolean> {
  const lock = await readLock();
  if (!lock) return false;
  return (lock.rewriting !== null && !rewritingHere) || (await readKey(lock)) === undefined;
}

/** Calls back when it was locked or unlocked, or a lock was put on or taken off, until the signal aborts. */
export function onLock(listener: () => void, signal?: AbortSignal): void {
  const area = (key: string) => (changes: Record<string, unknown>) => {
    if (key in changes) listener();
  };
  const [session, local] = [area(KEY), area(LOCK)];
  browser.storage.session.onChanged.addListener(session);
  browser.storage.local.onChanged.addListener(local);
  signal?.addEventListener('abort', () => {
    browser.storage.session.onChanged.removeListener(session);
    browser.storage.local.onChanged.removeListener(local);
  });
}

/**
 * Makes ready what seals and opens, if there is a lock; without one nothing is loaded. @throws Locked while it is shut
 */
export async function ensureSealer(): Promise<Sealer | undefined> {
  const lock = await readLock();
  if (!lock) {
    useSealer(undefined);
    return undefined;
  }
  const key = await readKey(lock);
  if (key === undefined || (lock.rewriting && !rewritingHere)) throw new Locked('locked');
  const known = currentSealer();
  if (known?.key === key && known.writes === (lock.rewriting !== 'open')) return known;
  const { sealerOf } = await import('./lock-layer.ts');
  const sealer = sealerOf(key, lock.rewriting !== 'open');
  useSealer(sealer);
  return sealer;
}

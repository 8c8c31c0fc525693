import { browser } from 'wxt/browser';

/** Where the lock is kept, if there is one (storage/lock.ts). */
export const LOCK = 'lock';

/** Whether there is a lock, open or shut. All that is loaded of it while there is none, with the door in front of the database. */
export async function hasLock(): Promise<boolean> {
  return LOCK in (await browser.storage.local.get(LOCK));
}

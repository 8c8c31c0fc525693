import { type Tab, until } from './chromium.ts';
import { rows } from './rows.ts';

/** Rows of one message to the page. */
const BATCH = 5_000;

/**
 * Fills the extension's database from a page of it, past the extension's own code (see rows.ts).
 * The version that is built has to have made the database, with the question sets that it ships.
 */
export async function seed(page: Tab, notes: number, events: number, now: Date): Promise<void> {
  await page.evaluate(`globalThis.opened = () => new Promise((done, failed) => {
    const request = indexedDB.open('peerside');
    request.onupgradeneeded = () => { request.transaction.abort(); };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  })`);
  await until('the database with the built-in sets', () =>
    page
      .evaluate<number>(
        `opened().then((db) => new Promise((done) => {
          const count = db.transaction('questions').objectStore('questions').count();
          count.onsuccess = () => { db.close(); done(count.result); };
        }))`,
      )
      .catch(() => 0),
  );
  await page.evaluate('opened().then((db) => { globalThis.db = db; })');
  for (const [table, all] of Object.entries(rows(notes, events, now))) {
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = JSON.stringify(all.slice(from, from + BATCH));
      await page.evaluate(`new Promise((done, failed) => {
        const transaction = db.transaction('${table}', 'readwrite', { durability: 'relaxed' });
        for (const row of ${batch}) transaction.objectStore('${table}').put(row);
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      })`);
    }
  }
  await page.evaluate('db.close()');
}

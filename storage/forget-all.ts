import { browser } from 'wxt/browser';
import { ensureBuiltInSets } from './built-in-sets.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { eraseSearch } from './search-store.ts';

/** The tabs that calendar pages run in: they are to hear that there is nothing to mark any more. */
const TABS = 'calendar-tab ';

/**
 * Deletes everything: what the extension's storage holds (settings of the browser, drafts, copies, what is told of the
 * database), then every table, then search. Nothing is told of the database any more, so that the next opening greets as at the
 * first; the questions that come with Peerside are there again. There is no way back but a backup file.
 */
export async function deleteEverything(): Promise<void> {
  // First: with the database gone and this still there, its loss would be noticed.
  await browser.storage.local.clear();
  // A lock is gone with it, and what it kept shut is to be opened in order to be emptied.
  db.close({ disableAutoOpen: false });
  const session = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(session.filter((key) => !key.startsWith(TABS)));
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await eraseSearch();
  // What a window was writing meanwhile.
  await browser.storage.local.clear();
  await ensureBuiltInSets();
  await tellCalendarTabs();
}

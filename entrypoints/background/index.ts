import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { ensureBuiltInSets } from '../../storage/built-in-sets.ts';
import { setCovered } from '../../storage/cover.ts';
import { db, openDatabase } from '../../storage/db.ts';
import { isLocked, onLock } from '../../storage/lock.ts';
import { receive } from '../../storage/message-contract.ts';
import { guardData } from '../../storage/safeguard.ts';
import { takeSnapshot } from '../../storage/snapshots.ts';
import { updateWhenIdle } from '../../storage/update.ts';
import { followSpottingChanges } from './calendar-tabs.ts';
import { offerToKeepSelections } from './context-menu.ts';
import { handlers } from './handlers.ts';
import { openPanel } from './panel.ts';

/*
 * The worker: no state in variables, as it is stopped after 30 s of rest. Every listener is registered
 * synchronously at the top, or the event that wakes it would be lost.
 */
export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    // The panel opens before anything else happens: the click's permission does not outlive a first await.
    const opening = openPanel(message, sender);
    const answer = receive(message, sender, handlers(opening), browser.runtime.id);
    if (!answer) return false;
    answer.then(reply, () => reply({ ok: false, error: 'failed' }));
    return true;
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.windowId !== undefined) {
      browser.sidePanel.open({ windowId: tab.windowId }).catch(console.error);
    }
    // Only ever lays it: pressed once too often, it must not show anything.
    if (command === 'cover') setCovered(true).catch(console.error);
  });

  // At an update too: a new version may bring new questions.
  const fillSets = () => void unlessLocked(ensureBuiltInSets).catch(console.error);
  browser.runtime.onInstalled.addListener(fillSets);
  browser.runtime.onStartup.addListener(fillSets);

  // With a copy of before it, should the new version do harm.
  updateWhenIdle(() => takeSnapshot('update'));

  followSpottingChanges();
  onLock(() => {
    // The next query opens it again, if it may.
    db.close({ disableAutoOpen: false });
    fillSets();
  });
  offerToKeepSelections();

  // The page side may not read what is stored; only the pages of the extension may.
  for (const area of [browser.storage.local, browser.storage.session]) {
    area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(console.error);
  }

  // Ahead of its first use: the first opening after a browser start costs as much again as the panel itself.
  void openDatabase();
  // When what woke the worker has been answered.
  setTimeout(() => void unlessLocked(guardData).catch(console.error), 2_000);
});

/** What is done of itself waits for the passphrase. */
async function unlessLocked(act: () => Promise<unknown>): Promise<void> {
  if (!(await isLocked())) await act();
}

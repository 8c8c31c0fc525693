import { browser } from 'wxt/browser';
import { accountSeen } from '../../storage/calendar-account.ts';
import { onSpottingChanged } from '../../storage/calendar-tabs.ts';
import { onCovered } from '../../storage/cover.ts';
import { onLock } from '../../storage/lock.ts';
import type { Sender } from '../../storage/message-contract.ts';
import { REFRESH } from '../../storage/messages.ts';

/** One key a tab, so that two that say hello at once do not overwrite each other. */
const PREFIX = 'calendar-tab ';

/** Remembers that a calendar page of ours runs in this tab, and of which account, without the permission to list tabs. */
export async function rememberTab({ tab, url }: Pick<Sender, 'tab' | 'url'>): Promise<void> {
  if (tab?.id !== undefined)
    await browser.storage.session.set({ [`${PREFIX}${tab.id}`]: true, ...accountSeen(url) });
}

/** Asks every calendar page to read again whenever people or settings change anywhere, or the cover is laid or lifted. */
export function followSpottingChanges(): void {
  const refresh = async () => {
    const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
    const answers = await Promise.allSettled(
      keys.map((key) => browser.tabs.sendMessage(Number(key.slice(PREFIX.length)), REFRESH)),
    );
    const gone = keys.filter((_, index) => answers[index]?.status === 'rejected');
    if (gone.length > 0) await browser.storage.session.remove(gone);
  };
  onSpottingChanged(refresh);
  onCovered(refresh);
  onLock(refresh);
}

import { browser } from 'wxt/browser';
import { onSpottingChanged } from '../../storage/calendar-tabs.ts';
import { REFRESH } from '../../storage/messages.ts';

const KEY = 'calendar-tab-ids';

async function tabIds(): Promise<number[]> {
  const { [KEY]: ids } = await browser.storage.session.get(KEY);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
}

/** Remembers that a calendar page of ours runs in this tab, without the permission to list tabs. */
export async function rememberTab(tabId: number | undefined): Promise<void> {
  const ids = await tabIds();
  if (tabId !== undefined && !ids.includes(tabId))
    await browser.storage.session.set({ [KEY]: [...ids, tabId] });
}

/** Asks every calendar page to read again whenever people or settings change anywhere. */
export function followSpottingChanges(): void {
  onSpottingChanged(async () => {
    const ids = await tabIds();
    const answers = await Promise.allSettled(ids.map((id) => browser.tabs.sendMessage(id, REFRESH)));
    const gone = new Set(ids.filter((_, index) => answers[index]?.status === 'rejected'));
    if (gone.size > 0) await browser.storage.session.set({ [KEY]: ids.filter((id) => !gone.has(id)) });
  });
}

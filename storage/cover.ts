import { browser } from 'wxt/browser';

/*
 * The cover: while it lies over Peerside no page of ours, and nothing in the calendar page, shows a name or a text. It is
 * kept in the extension's storage, so that what opens later opens covered, also after the browser was closed.
 */

const KEY = 'covered';

/** Whether the cover lies over everything. */
export async function readCovered(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

/** Covers every page of ours and the marks, or lifts the cover; all of them follow at once. */
export async function setCovered(covered: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: covered });
}

/** Calls back whenever the cover is laid or lifted anywhere, until the signal aborts. */
export function onCovered(listener: (covered: boolean) => void, signal?: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEY];
    if (change) listener(change.newValue === true);
  };
  browser.storage.local.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(changed));
}

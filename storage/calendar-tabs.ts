import { browser } from 'wxt/browser';

const KEY = 'spotting-changed';

/**
 * Says that people, own addresses or the marks' switch have changed. The background hears it, also when it
 * was asleep, and asks every calendar page to read again. Does nothing where there is no extension storage.
 */
export async function tellCalendarTabs(): Promise<void> {
  await browser.storage.session.set({ [KEY]: crypto.randomUUID() });
}

/** Calls back, in the background, whenever `tellCalendarTabs()` was called anywhere. */
export function onSpottingChanged(listener: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (KEY in changes) listener();
  });
}

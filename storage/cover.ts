import { browser } from 'wxt/browser';

/*
 * The cover: while it lies over Peerside no page of ours, and nothing in the calendar page, shows a name or a text. It is
 * kept in the extension's storage, so that what opens later opens covered, also after the browser was closed.
 */

/** Where it is kept whether the cover lies. */
export const COVERED = 'covered';

/** Whether the cover lies over everything. */
export async function readCovered(): Promise<boolean> {
  return (await browser.storage.local.get(COVERED))[COVERED] === true;
}

/** Covers every page of ours and the marks, or lifts the cover; all of them follow at once. */
export async function setCovered(covered: boolean): Promise<void> {
  await browser.storage.local.set({ [COVERED]: covered });
}

/** Calls back with the new value whenever this one changes in the extension's storage, for as long as the page is there. */
export function onLocal(key: string, listener: (value: unknown) => void): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change) listener(change.newValue);
  });
}

/** Calls back whenever the cover is laid or lifted anywhere. */
export function onCovered(listener: (covered: boolean) => void): void {
  onLocal(COVERED, (value) => listener(value === true));
}

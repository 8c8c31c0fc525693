import { browser } from 'wxt/browser';

/*
 * Whether the browser lets Peerside into the calendar page. The user can take that back at any time: Firefox under
 * about:addons, Chromium by "on click" for a site. Asking needs no permission of its own.
 */
const CALENDAR = { origins: ['https://calendar.google.com/*'] };

/** Whether it may; a browser that does not say counts as one that lets it in. */
export async function hasCalendarAccess(): Promise<boolean> {
  try {
    return await browser.permissions.contains(CALENDAR);
  } catch (error) {
    console.error('peerside: access not known', error);
    return true;
  }
}

/** Asks the user for it, in the browser's own words. Only within a click. @returns whether it was given */
export function askForCalendarAccess(): Promise<boolean> {
  return browser.permissions.request(CALENDAR);
}

/** Calls back with whether it may, now and whenever that may have changed, until the signal aborts. */
export function followCalendarAccess(listener: (may: boolean) => void, signal: AbortSignal): void {
  const read = () => void hasCalendarAccess().then((may) => signal.aborted || listener(may));
  const { onAdded, onRemoved } = browser.permissions;
  for (const changed of [onAdded, onRemoved]) {
    changed.addListener(read);
    signal.addEventListener('abort', () => changed.removeListener(read));
  }
  read();
}

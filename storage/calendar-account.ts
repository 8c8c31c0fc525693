import { browser } from 'wxt/browser';

/*
 * Which of the accounts that are signed in to Google the calendar was last read of: the number in its address
 * (`/calendar/u/1/r`), no address of anybody. It lives in session storage, which only the background writes.
 */
const KEY = 'calendar-account';

/** The number in a calendar page's address; null when there is none, or it is no such page. */
export function accountOf(url: string | undefined): number | null {
  const [, number] = url?.match(/^https:\/\/calendar\.google\.com\/calendar\/u\/(\d{1,2})(?:[/?#]|$)/) ?? [];
  return number === undefined ? null : Number(number);
}

/** What to keep, beside what else is written, when a page of this address was read. */
export const accountSeen = (url: string | undefined) => ({ [KEY]: accountOf(url) });

/** The number of the account whose calendar was last read; 0, the first, while none is known. */
export async function readCalendarAccount(): Promise<number> {
  const { [KEY]: number } = await browser.storage.session.get(KEY);
  return typeof number === 'number' ? number : 0;
}

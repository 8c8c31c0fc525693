import type { Account } from '../../../prep/calendar-event.ts';
import { ACCOUNT_EMAIL, ACCOUNT_LINK, ACCOUNT_NAME, ACCOUNT_ZONE, first } from './selectors.ts';
import { lineOf, pageAddress } from './text.ts';

function fromLink(document: Document): string | undefined {
  const label = first(document, ACCOUNT_LINK)?.getAttribute('aria-label') ?? '';
  return pageAddress(/\(([^()]*@[^()]*)\)[^()]*$/.exec(label.slice(0, 2_000))?.[1]);
}

/** Who is signed in; null where the page does not say. */
export function readAccount(document: Document): Account {
  const email = pageAddress(first(document, ACCOUNT_EMAIL)?.textContent) ?? fromLink(document) ?? null;
  const name = lineOf(first(document, ACCOUNT_NAME)?.textContent, 200);
  return { email, name: name || null };
}

/** The calendar's own time zone, such as `Europe/Lisbon`; undefined when the page does not say. */
export function readZone(document: Document): string | undefined {
  return lineOf(first(document, ACCOUNT_ZONE)?.textContent, 100) || undefined;
}

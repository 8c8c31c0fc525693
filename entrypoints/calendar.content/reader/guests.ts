import type { Guest } from '../../../prep/calendar-event.ts';
import { GUESTS_MAX } from '../../../prep/page-bounds.ts';
import { all, first, GUEST, GUEST_NAME, GUEST_TOTAL } from './selectors.ts';
import { lineOf, pageAddress, textLeaves } from './text.ts';

/** The guests that a part of the page lists. */
export interface GuestList {
  /** null: no row, which says nothing about who is invited. */
  guests: Guest[] | null;
  /** Whether they are known to be everybody. */
  guestsComplete: boolean;
  /** How many the page says there are; null when it does not, or in digits that are not read. */
  total: number | null;
}

/** A group's row stands for people who are not listed. */
function isGroup(row: Element): boolean {
  return row.getAttribute('data-is-expandable') === 'true';
}

function guestName(row: Element, email: string): string | null {
  const drawn = first(row, GUEST_NAME)?.textContent?.trim() || textLeaves(row, '[aria-hidden=true]')[0];
  const name = lineOf(drawn, 200);
  return name && name.toLowerCase() !== email ? name : null;
}

/** The first number in the summary; thousands may be set apart ("1,024 guests"). */
function guestTotal(root: ParentNode): number | null {
  const text = first(root, GUEST_TOTAL)?.textContent ?? '';
  const [number] = /\d+(?:[.,'’\s]\d{3}(?!\d))*/.exec(text) ?? [];
  return number ? Number(number.replace(/\D/g, '')) : null;
}

/** Reads the guests listed under an element. Fewer rows than the summary counts is unknown, not none. */
export function readGuests(root: ParentNode): GuestList {
  const rows = all(root, GUEST);
  const total = guestTotal(root);
  const guests = new Map<string, Guest>();
  let whole = rows.length > 0;
  for (const row of rows) {
    const email = pageAddress(row.getAttribute('data-email'));
    if (!email || isGroup(row) || (guests.size >= GUESTS_MAX && !guests.has(email))) whole = false;
    else if (!guests.has(email)) guests.set(email, { email, name: guestName(row, email) });
  }
  return {
    guests: guests.size > 0 ? [...guests.values()] : null,
    guestsComplete: whole && total !== null && guests.size >= total,
    total,
  };
}

import type { Account, CalendarEvent, Guest } from './calendar-event.ts';
import { counts } from './counting.ts';
import { emailKey } from './email-key.ts';
import { holderOf, isOwn, namesAt, type Roster } from './roster.ts';
import { titleWords } from './title-words.ts';

export { type Roster, roster } from './roster.ts';

/** By what an event was found to be with a peer, the surest first (PRODUCT, part 2). */
export type Rule = 'guest' | 'chosen' | 'series' | 'calendar' | 'title';

export interface Spotting {
  /** Whom the meeting is with; when unsure, the people it may be with. */
  personIds: string[];
  rule: Rule;
  /** false: the title fits several peers, or names one in an event of whole days; the user has to say. */
  sure: boolean;
}

/** What is known of a series from an earlier reading of its guests, or from the user's answer. */
export interface LearntSeries {
  personIds: readonly string[];
  learntFrom: 'guests' | 'chosen';
}

/**
 * Who an event is with. Guests win over what was learnt, that over the calendar it lies on, and that over the title.
 * An event that does not count is with nobody, unless the user answered whom its series is with. Of whole days ("Steve on
 * holiday") a title alone is never sure of a meeting.
 * @returns undefined when no known peer is in it, and for an event that the user declined; never a guess
 */
export function spot(event: CalendarEvent, known: Roster, series?: LearntSeries): Spotting | undefined {
  if (event.declined) return undefined;
  const learnt = stillKnown(series, known);
  const others = isOthers(event, known);
  const isOut = others || !counts(event, known, series);
  const guests = isOut ? [] : knownGuests(event.guests ?? [], known);
  if (guests.length > 0) return { personIds: guests, rule: 'guest', sure: true };
  if (learnt?.learntFrom === 'chosen')
    return { personIds: [...learnt.personIds], rule: 'chosen', sure: true };
  if (isOut) return undefined;
  const owner = calendarOwner(event, known);
  if (event.guestsComplete && !owner && isWithOthers(event.guests ?? [], known)) return undefined;
  if (learnt && learnt.personIds.length > 0) {
    return { personIds: [...learnt.personIds], rule: 'series', sure: true };
  }
  // An overlaid calendar shows that peer's own time: it counts only when the user is known to be a guest.
  if (owner) return event.guests ? { personIds: [owner], rule: 'calendar', sure: true } : undefined;
  const titled = spotTitle(event.title, known);
  return titled && event.allDay ? { ...titled, sure: false } : titled;
}

/** Whether everybody whom a series was learnt to be with has left it: a whole list of guests names none of them. */
export function haveLeft(event: CalendarEvent, known: Roster, series: LearntSeries | undefined): boolean {
  if (!event.guestsComplete || series?.learntFrom !== 'guests') return false;
  const there = new Set(event.guests?.map(({ email }) => holderOf(email, known)?.id));
  const learnt = stillKnown(series, known)?.personIds ?? [];
  return learnt.length > 0 && !learnt.some((id) => there.has(id));
}

/** What was learnt of a series, without those who have been archived or deleted since; undefined when nobody is left. */
function stillKnown(series: LearntSeries | undefined, known: Roster): LearntSeries | undefined {
  const personIds = series?.personIds.filter((id) => known.ids.has(id)) ?? [];
  return series && personIds.length > 0 ? { ...series, personIds } : undefined;
}

/** Alone in one's own event, perhaps by several addresses, one may yet mean somebody by its title. */
function isWithOthers(guests: readonly Guest[], known: Roster): boolean {
  return guests.length > 1 && guests.some((guest) => !isOwn(guest.email, known));
}

/** Whether an event on somebody else's overlaid calendar is known to be without the user: that person's own meeting. */
function isOthers(event: CalendarEvent, known: Roster): boolean {
  const calendar = emailKey(event.calendarId);
  // A group's calendar belongs to nobody, and the user may well be no guest of an event there.
  if (isOwn(calendar, known) || calendar.endsWith('calendar.google.com')) return false;
  if (!event.guests || event.guests.some((guest) => isOwn(guest.email, known))) return false;
  if (calendarOwner(event, known)) return true;
  return known.ownMailboxes.size > 0 && event.guestsComplete && event.guests.length > 0;
}

function calendarOwner(event: CalendarEvent, known: Roster): string | undefined {
  return holderOf(event.calendarId, known)?.id;
}

function knownGuests(guests: readonly Guest[], known: Roster): string[] {
  const ids = new Set<string>();
  for (const guest of guests) {
    const person = holderOf(guest.email, known);
    if (person) ids.add(person.id);
  }
  return [...ids];
}

/**
 * Whom a title names: whole words, case and accents folded, longer names before shorter ones.
 * A name or an alias that fits two peers is unsure. The user's own name counts for nobody.
 */
export function spotTitle(title: string, known: Roster): Spotting | undefined {
  const found = titleWords(title);
  const sure = new Set<string>();
  const unsure = new Set<string>();
  for (let at = 0; at < found.length; ) {
    const word = found[at] ?? '';
    const fits = namesAt(found, at, known);
    const longest = Math.max(0, ...fits.map(({ length }) => length));
    const best = new Set(fits.filter(({ length }) => length === longest).map(({ personId }) => personId));
    const own = longest === 1 && known.ownWords.has(word);
    if (!own && best.size === 1) for (const id of best) sure.add(id);
    if (!own && best.size > 1) for (const id of best) unsure.add(id);
    at += Math.max(1, longest);
  }
  for (const id of sure) unsure.delete(id);
  if (sure.size > 0 && unsure.size === 0) return { personIds: [...sure], rule: 'title', sure: true };
  if (unsure.size > 0) return { personIds: [...sure, ...unsure], rule: 'title', sure: false };
  return undefined;
}

/**
 * The one other guest of a meeting of two, when nobody in it is known: the person to offer as a new peer.
 * @returns undefined for larger meetings, incomplete lists, or when the user is not known to be in it
 */
export function unknownOther(event: CalendarEvent, known: Roster): Guest | undefined {
  if (!event.guests || !event.guestsComplete || event.declined || !counts(event, known)) return undefined;
  const others = event.guests.filter((guest) => !isOwn(guest.email, known));
  const [other] = others;
  const isOfTwo = others.length === 1 && event.guests.length > 1;
  return isOfTwo && other && !holderOf(other.email, known) ? other : undefined;
}

/** The user's own addresses and name: what was set and what the page's account says. */
export function ownIdentity(settings: { ownEmails: readonly string[]; ownName: string }, account: Account) {
  return {
    emails: account.email ? [...settings.ownEmails, account.email] : settings.ownEmails,
    name: settings.ownName || (account.name ?? ''),
  };
}

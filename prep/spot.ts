import type { Account, CalendarEvent, Guest } from './calendar-event.ts';
import { emailKey } from './email-key.ts';
import { words } from './fold.ts';
import type { Person } from './records/person.ts';

/** By what an event was found to be with a peer, the surest first (PRODUCT, part 2). */
export type Rule = 'guest' | 'chosen' | 'series' | 'calendar' | 'title';

export interface Spotting {
  /** Whom the meeting is with; when unsure, the people it may be with. */
  personIds: string[];
  rule: Rule;
  /** false: the title fits several peers, and the user has to say which. */
  sure: boolean;
}

/** What is known of a series from an earlier reading of its guests, or from the user's answer. */
export interface LearntSeries {
  personIds: readonly string[];
  learntFrom: 'guests' | 'chosen';
}

/** What of a person spotting goes by. */
export type SpotPerson = Pick<Person, 'id' | 'name' | 'emails' | 'aliases' | 'archivedAt'>;

/** Everybody the user knows, arranged so that one event is answered without looking at every person. */
export interface Roster {
  byEmail: Map<string, SpotPerson>;
  /** Folded full names, first names and aliases, by their first word. */
  names: Map<string, { words: string[]; personId: string }[]>;
  ownEmails: Set<string>;
  ownWords: Set<string>;
}

/** Arranges people for spotting; archived ones and any of the user's own addresses are left out. */
export function roster(
  people: readonly SpotPerson[],
  own: { emails: readonly string[]; name: string },
): Roster {
  const ownEmails = new Set(own.emails.map(emailKey));
  const made: Roster = {
    byEmail: new Map(),
    names: new Map(),
    ownEmails,
    ownWords: new Set(words(own.name)),
  };
  for (const person of people) {
    if (person.archivedAt) continue;
    const emails = person.emails.map(emailKey).filter((email) => !ownEmails.has(email));
    if (emails.length === 0 && person.emails.length > 0) continue;
    for (const email of emails) made.byEmail.set(email, person);
    const name = words(person.name);
    addName(made, name, person.id);
    if (name.length > 1) addName(made, name.slice(0, 1), person.id);
    for (const alias of person.aliases) addName(made, words(alias), person.id);
  }
  return made;
}

function addName(made: Roster, name: string[], personId: string): void {
  const first = name[0];
  // A name of one letter would mark every "Plan A".
  if (first === undefined || (name.length === 1 && first.length < 2 && /^[a-z0-9]$/.test(first))) return;
  const entries = made.names.get(first) ?? [];
  entries.push({ words: name, personId });
  made.names.set(first, entries);
}

/**
 * Who an event is with. Guests win over what was learnt, that over the calendar it lies on, and that over the title.
 * @returns undefined when no known peer is in it; never a guess
 */
export function spot(event: CalendarEvent, known: Roster, learnt?: LearntSeries): Spotting | undefined {
  const others = isOthers(event, known);
  const guests = others ? [] : knownGuests(event.guests ?? [], known);
  if (guests.length > 0) return { personIds: guests, rule: 'guest', sure: true };
  if (learnt?.learntFrom === 'chosen')
    return { personIds: [...learnt.personIds], rule: 'chosen', sure: true };
  if (others) return undefined;
  const owner = calendarOwner(event, known);
  if (event.guests && event.guestsComplete && event.guests.length > 1 && !owner) return undefined;
  if (learnt && learnt.personIds.length > 0) {
    return { personIds: [...learnt.personIds], rule: 'series', sure: true };
  }
  // An overlaid calendar shows that peer's own time: it counts only when the user is known to be a guest.
  if (owner) return event.guests ? { personIds: [owner], rule: 'calendar', sure: true } : undefined;
  return spotTitle(event.title, known);
}

/** Whether an event on somebody else's overlaid calendar is known to be without the user: that person's own meeting. */
function isOthers(event: CalendarEvent, known: Roster): boolean {
  const calendar = emailKey(event.calendarId);
  // A group's calendar belongs to nobody, and the user may well be no guest of an event there.
  if (known.ownEmails.has(calendar) || calendar.endsWith('calendar.google.com')) return false;
  if (!event.guests || event.guests.some((guest) => known.ownEmails.has(emailKey(guest.email)))) return false;
  if (calendarOwner(event, known)) return true;
  return known.ownEmails.size > 0 && event.guestsComplete && event.guests.length > 0;
}

function calendarOwner(event: CalendarEvent, known: Roster): string | undefined {
  const calendar = emailKey(event.calendarId);
  return known.ownEmails.has(calendar) ? undefined : known.byEmail.get(calendar)?.id;
}

function knownGuests(guests: readonly Guest[], known: Roster): string[] {
  const ids = new Set<string>();
  for (const guest of guests) {
    const email = emailKey(guest.email);
    const person = known.ownEmails.has(email) ? undefined : known.byEmail.get(email);
    if (person) ids.add(person.id);
  }
  return [...ids];
}

/**
 * Whom a title names: whole words, case and accents folded, longer names before shorter ones.
 * A name or an alias that fits two peers is unsure. The user's own name counts for nobody.
 */
export function spotTitle(title: string, known: Roster): Spotting | undefined {
  const found = words(title);
  const sure = new Set<string>();
  const unsure = new Set<string>();
  for (let at = 0; at < found.length; ) {
    const word = found[at] ?? '';
    const fits = (known.names.get(word) ?? []).filter((name) =>
      name.words.every((part, offset) => found[at + offset] === part),
    );
    const longest = Math.max(0, ...fits.map((name) => name.words.length));
    const best = new Set(fits.filter((name) => name.words.length === longest).map((name) => name.personId));
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
  if (!event.guests || !event.guestsComplete || event.guests.length !== 2) return undefined;
  const others = event.guests.filter((guest) => !known.ownEmails.has(emailKey(guest.email)));
  const other = others[0];
  return others.length === 1 && other && !known.byEmail.has(emailKey(other.email)) ? other : undefined;
}

/** The user's own addresses and name: what was set and what the page's account says. */
export function ownIdentity(settings: { ownEmails: readonly string[]; ownName: string }, account: Account) {
  return {
    emails: account.email ? [...settings.ownEmails, account.email] : settings.ownEmails,
    name: settings.ownName || (account.name ?? ''),
  };
}

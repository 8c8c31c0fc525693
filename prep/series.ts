import { addDays } from './days.ts';
import { addWorkingDays } from './invite.ts';
import type { Cadence } from './records/person.ts';

/** A new series runs for three months at most and is looked at then (Relationships, METHOD 54). */
const MONTHS = 3;

/** The same date some months later; the last day of the month where it has none. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/** The day on which a series is looked at, when no other was named. */
export function reviewDay(startedOn: string): string {
  return addMonths(startedOn, MONTHS);
}

/** The first day after `day` that falls on a weekday, 0 Sunday to 6 (Relationships, METHOD 55: a day for peers); null: the next working day. */
export function nextOn(day: string, weekday: number | null): string {
  const next = addDays(day, 1);
  if (weekday === null) return addWorkingDays(day, 1);
  return addDays(next, (weekday - new Date(`${next}T12:00:00Z`).getUTCDay() + 7) % 7);
}

/**
 * Whether an event is one of a series, by its keys: Google writes the occurrence's original start after the event's id
 * (`<event id>_<start> <calendar id>`), and the series' key has none.
 */
export function isRecurring(eventKey: string | null, seriesKey: string | null): boolean {
  if (eventKey === null || seriesKey === null) return false;
  const id = (key: string) => key.slice(0, key.indexOf(' '));
  return /_\d{8}(T\d{6}Z)?$/.test(id(eventKey)) && id(eventKey).startsWith(`${id(seriesKey)}_`);
}

/** Hours of a day in which a first meeting is put. */
const EARLIEST = 9;
const LAST = 16;

/** The hour that a first meeting is put at: the one after `hour`, or the nearest in which people are at work. */
export function firstHour(hour: number): number {
  return Math.min(LAST, Math.max(EARLIEST, hour + 1));
}

export interface SeriesPlan {
  /** Which of the accounts signed in to Google, as its addresses count them from 0. */
  account: number;
  title: string;
  /** The guest's address; empty: none is known. */
  guest: string;
  /** The first meeting: an instant, and how long in minutes. */
  start: string;
  minutes: number;
  /** None: every four weeks. */
  cadence: Cadence | null;
}

/** Four weeks, the usual interval (Evanish, METHOD 47), where no cadence was set. */
const USUAL_DAYS = 28;

/**
 * The address of Google Calendar's own page for a new event, filled in, with a recurrence that ends after three months.
 * Peerside creates nothing: the user saves it there, or does not.
 */
export function seriesUrl(plan: SeriesPlan): string {
  const start = Date.parse(plan.start);
  const end = new Date(start + plan.minutes * 60_000);
  const until = `${reviewDay(plan.start.slice(0, 10)).replaceAll('-', '')}T235959Z`;
  const url = new URL(`https://calendar.google.com/calendar/u/${plan.account}/r/eventedit`);
  url.searchParams.set('text', plan.title);
  if (plan.guest) url.searchParams.set('add', plan.guest);
  url.searchParams.set('dates', `${compact(new Date(start))}/${compact(end)}`);
  url.searchParams.set('recur', `RRULE:${rule(plan.cadence)};UNTIL=${until}`);
  return url.href;
}

/** Whole weeks as weeks, so that the weekday stays; the half week as two weekdays is Google's to choose: as days. */
function rule(cadence: Cadence | null): string {
  const days = cadence?.ideal ?? USUAL_DAYS;
  return days % 7 === 0 ? `FREQ=WEEKLY;INTERVAL=${days / 7}` : `FREQ=DAILY;INTERVAL=${days}`;
}

function compact(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

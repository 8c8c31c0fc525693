import * as z from 'zod/mini';
import { GUESTS_MAX, TITLE_MAX } from './page-bounds.ts';
import { day, instant } from './records/base.ts';
import { eventKey } from './records/meeting.ts';

export const guest = z.object({
  email: z.string().check(z.maxLength(320)),
  /** null: the page shows the address only. */
  name: z.nullable(z.string().check(z.maxLength(200))),
});
export type Guest = z.infer<typeof guest>;

/**
 * Where a chip was drawn, by which the background tells its time: the page's own thread is spared the reckoning.
 * With neither `clock` nor edges it is drawn in a stack without a time, as what lasts whole days.
 */
export const drawn = z.object({
  /** The calendar's time zone, as the page names it. */
  zone: z.string().check(z.maxLength(100)),
  /** In a stack: the time as drawn before the title, in the page's language. */
  clock: z.optional(z.string().check(z.maxLength(40))),
  /** In a column: its upper and lower edge, in minutes since midnight. */
  from: z.optional(z.number()),
  to: z.optional(z.number()),
});
export type Drawn = z.infer<typeof drawn>;

/** What is read of an event without reckoning. Unknown is null, never a guess. */
const told = {
  /** `<event id>[_<original start>] <calendar id>`: one occurrence. */
  key: eventKey,
  /** `<base event id> <calendar id>`: all occurrences. */
  seriesKey: eventKey,
  /** The address of the calendar it lies on. */
  calendarId: z.string().check(z.maxLength(320)),
  title: z.string().check(z.maxLength(TITLE_MAX)),
  day: z.nullable(day),
  /** null: not read yet, as on a chip. */
  guests: z.nullable(z.array(guest).check(z.maxLength(GUESTS_MAX))),
  /** Whether `guests` is known to be everybody; false also when the page counts more than it lists. */
  guestsComplete: z.boolean(),
  /** true: the page shows that the user declined it; otherwise not known. */
  declined: z.optional(z.boolean()),
};

/** An event as the content script tells of it. */
export const pageEvent = z.object({ ...told, drawn: z.nullable(drawn) });
export type PageEvent = z.infer<typeof pageEvent>;

/** What was found out about one event on the page, its time reckoned (prep/event-times.ts). */
export const calendarEvent = z.object({
  ...told,
  start: z.nullable(instant),
  end: z.nullable(instant),
  /** true: it lasts whole days, by its id or by how it is drawn; otherwise not known. */
  allDay: z.optional(z.boolean()),
});
export type CalendarEvent = z.infer<typeof calendarEvent>;

/** Who is signed in on the page. */
export const account = z.object({
  email: z.nullable(z.string().check(z.maxLength(320))),
  name: z.nullable(z.string().check(z.maxLength(200))),
});
export type Account = z.infer<typeof account>;

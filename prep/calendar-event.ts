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

/** What the reader found out about one event on the page. Unknown is null, never a guess. */
export const calendarEvent = z.object({
  /** `<event id>[_<original start>] <calendar id>`: one occurrence. */
  key: eventKey,
  /** `<base event id> <calendar id>`: all occurrences. */
  seriesKey: eventKey,
  /** The address of the calendar it lies on. */
  calendarId: z.string().check(z.maxLength(320)),
  title: z.string().check(z.maxLength(TITLE_MAX)),
  day: z.nullable(day),
  start: z.nullable(instant),
  end: z.nullable(instant),
  /** null: not read yet, as on a chip. */
  guests: z.nullable(z.array(guest).check(z.maxLength(GUESTS_MAX))),
  /** Whether `guests` is known to be everybody; false also when the page counts more than it lists. */
  guestsComplete: z.boolean(),
  /** true: the page shows that the user declined it; otherwise not known. */
  declined: z.optional(z.boolean()),
});
export type CalendarEvent = z.infer<typeof calendarEvent>;

/** Who is signed in on the page. */
export const account = z.object({
  email: z.nullable(z.string().check(z.maxLength(320))),
  name: z.nullable(z.string().check(z.maxLength(200))),
});
export type Account = z.infer<typeof account>;

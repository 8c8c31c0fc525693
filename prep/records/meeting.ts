import * as z from 'zod/mini';
import { PLACES } from '../method-scales.ts';
import { base, day, id, instant, line } from './base.ts';
import { goal } from './question.ts';

/** Decoded from the calendar page: `<event id>[_<original start>] <calendar id>`. */
export const eventKey = z.string().check(z.minLength(1), z.maxLength(2_000));

export const place = z.enum(PLACES);
export type Place = z.infer<typeof place>;

/** How it was with one of the peers, and when to meet that one again. */
export const withPeer = z.object({
  /** How open the talk was, beside the last one; null: not said. */
  openness: z.nullable(z.enum(['more', 'same', 'less'])),
  pace: z.nullable(z.enum(['sooner', 'same', 'later'])),
});
export type WithPeer = z.infer<typeof withPeer>;

/** What the minute after a meeting left, beside the records that it made; all but `nextOn` is only for the user. */
export const closing = z.object({
  at: instant,
  /** Nothing agreed yet: sleep on it and meet again in some days (Rothman). */
  sleepOnIt: z.boolean(),
  /** By person; of whom nothing was said is not there. */
  each: z.record(id, withPeer),
  /** The day that was named for the next meeting. */
  nextOn: z.nullable(day),
  /** The day that was named, once it was put away on Today: it comes back no more, and `nextOn` is null. */
  nextAway: z.optional(day),
  /** What it made, so that closing again changes it instead of making more. */
  decisionId: z.nullable(id),
  factId: z.nullable(id),
  /** The promises, by whose they are: `me`, `both`, or a person's id. */
  itemIds: z.record(id, id),
});
export type Closing = z.infer<typeof closing>;

/** One occurrence of a calendar event with a peer, or a meeting logged by hand. */
export const meeting = z.object({
  ...base,
  /** null: logged by hand. Otherwise unique. */
  eventKey: z.nullable(eventKey),
  seriesKey: z.nullable(eventKey),
  title: line,
  day: z.nullable(day),
  start: z.nullable(instant),
  end: z.nullable(instant),
  personIds: z.array(id).check(z.maxLength(500)),
  goal: z.nullable(goal),
  /** spotted: only seen on the page; prepared: its brief was opened; logged: written by hand. */
  source: z.enum(['spotted', 'prepared', 'logged']),
  sample: z.boolean(),
  place: z._default(z.nullable(place), null),
  closing: z._default(z.nullable(closing), null),
});
export type Meeting = z.infer<typeof meeting>;

/** A recurring event whose peers are known, because its guests were once read or the user said who. */
export const series = z.object({
  ...base,
  /** `<base event id> <calendar id>`; also the key of a single event. */
  seriesKey: eventKey,
  personIds: z.array(id).check(z.maxLength(500)),
  /** guests: read from the guest list; chosen: the user answered "which one?". */
  learntFrom: z.enum(['guests', 'chosen']),
});
export type Series = z.infer<typeof series>;

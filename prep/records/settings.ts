import * as z from 'zod/mini';
import { GUESTS_MAX } from '../page-bounds.ts';
import { line } from './base.ts';

/** The fewest and the most people that `largestMeeting` may be; nobody could tell of more from the page. */
export const LARGEST_MEETING = { min: 2, max: GUESTS_MAX };

/** How many words or phrases `ignoredWords` holds, and how long each may be, in characters. */
export const IGNORED_WORDS = { most: 100, length: 100 };

/** What the user has set; one row. */
export const settings = z.object({
  /** Addresses that are the user's own, lower case, beside the account's that the page names. */
  ownEmails: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(50)),
  ownName: line,
  /** Marks and cards in the calendar page. Off: nothing of ours is in the page. */
  marks: z.boolean(),
  /** People not to be offered as peers again, by address. */
  notOffered: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(5_000)),
  /** The user's own role: with a peer's it suggests a cadence (Evanish). */
  ownRole: z._default(line, ''),
  /** The most hours of talks with peers that the user wants in a week; null: no ceiling. */
  weekHours: z._default(z.nullable(z.number().check(z.minimum(0), z.maximum(168))), null),
  /** The day of the week on which peers are met (Relationships), 0 Sunday to 6; null: any. */
  peerDay: z._default(z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(6))), null),
  /** The most people, the user among them, in a meeting that counts. */
  largestMeeting: z._default(
    z.number().check(z.int(), z.minimum(LARGEST_MEETING.min), z.maximum(LARGEST_MEETING.max)),
    8,
  ),
  /** Words and phrases: a meeting with one of them in its title does not count. */
  ignoredWords: z._default(
    z.array(z.string().check(z.maxLength(IGNORED_WORDS.length))).check(z.maxLength(IGNORED_WORDS.most)),
    [],
  ),
  /** Hints put away for good: `<hint>`, or `<hint> <person id>` for one person. */
  hintsOff: z._default(z.array(line).check(z.maxLength(10_000)), []),
});
export type Settings = z.infer<typeof settings>;

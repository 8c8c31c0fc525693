import * as z from 'zod/mini';
import { line } from './base.ts';

/** What the user has set; one row. */
export const settings = z.object({
  /** Addresses that are the user's own, lower case, beside the account's that the page names. */
  ownEmails: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(50)),
  ownName: line,
  /** Marks and cards in the calendar page. Off: nothing of ours is in the page. */
  marks: z.boolean(),
  /** People not to be offered as peers again, by address. */
  notOffered: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(5_000)),
});
export type Settings = z.infer<typeof settings>;

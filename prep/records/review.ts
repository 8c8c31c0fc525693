import * as z from 'zod/mini';
import { base, day, id, instant, long } from './base.ts';
import { eventKey } from './meeting.ts';

/** The end of a series: on a day the two look at whether it is still worth it (Relationships: at most three months). */
export const review = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  /** null: talks that are no recurring event. */
  seriesKey: z.nullable(eventKey),
  startedOn: day,
  reviewOn: day,
  /** What was decided; null while the day is still to come, or it has not been looked at. */
  outcome: z.nullable(z.enum(['keep', 'slower', 'faster', 'stop'])),
  /** The user's own words about it. */
  note: long,
  closedAt: z.nullable(instant),
});
export type Review = z.infer<typeof review>;

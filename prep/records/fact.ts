import * as z from 'zod/mini';
import { base, day, id, instant, line } from './base.ts';

/** A short personal thing to remember. */
export const fact = z.object({
  ...base,
  personId: id,
  text: line.check(z.minLength(1)),
  /** common: what the two have in common. */
  kind: z.enum(['family', 'hobby', 'music', 'food', 'place', 'date', 'common', 'other']),
  learntOn: day,
  /** When it was last confirmed as still true; a fact is stale a year after (Relationships). */
  confirmedOn: day,
  /** When a brief last showed it; null: never. */
  shownAt: z.nullable(instant),
});
export type Fact = z.infer<typeof fact>;

import * as z from 'zod/mini';
import { base, day, id, instant, long } from './base.ts';

/** What was agreed, and when it is looked at again (Rothman: say when you will decide again). */
export const decision = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  meetingId: z.nullable(id),
  text: long.check(z.minLength(1)),
  /** The day that it comes back; null: it stands until somebody brings it up. */
  againOn: z.nullable(day),
  /** standing; changed: something else was decided since; dropped: given up. */
  state: z.enum(['standing', 'changed', 'dropped']),
  closedAt: z.nullable(instant),
  /** The start of its meeting, else when it was written. */
  at: instant,
  /** May stand on a cover sheet. */
  shareable: z.boolean(),
});
export type Decision = z.infer<typeof decision>;

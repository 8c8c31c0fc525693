import * as z from 'zod/mini';
import { base, id, instant } from './base.ts';
import { cadence } from './person.ts';

/** One change of a person's cadence (Missing: it varies until you find what works). */
export const cadenceChange = z.object({
  ...base,
  personId: id,
  at: instant,
  from: z.nullable(cadence),
  to: z.nullable(cadence),
  /** The meeting whose close-out changed it; closing again changes that change. */
  meetingId: z.nullable(id),
  why: z.enum(['set', 'sooner', 'later', 'ramp', 'review']),
});
export type CadenceChange = z.infer<typeof cadenceChange>;

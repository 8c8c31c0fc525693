import * as z from 'zod/mini';
import { base, id, instant, line } from './base.ts';

/** Something to raise with one or several peers, carried until covered. */
export const topic = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  text: line.check(z.minLength(1)),
  state: z.enum(['open', 'covered', 'dropped']),
  closedAt: z.nullable(instant),
  /** The meetings whose brief carried it; "raised 3 times" is its length. */
  raisedIn: z.array(id).check(z.maxLength(1_000)),
});
export type Topic = z.infer<typeof topic>;

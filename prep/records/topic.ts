import * as z from 'zod/mini';
import { base, day, id, instant, line } from './base.ts';

/** Where one peer stands to what is to be presented (Relationships); nothing noted: not yet. */
export const stance = z.enum(['not-yet', 'raised', 'supports', 'concerns']);
export type Stance = z.infer<typeof stance>;

/** Something to raise with one or several peers, carried until covered. */
export const topic = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  text: line.check(z.minLength(1)),
  state: z.enum(['open', 'covered', 'dropped']),
  closedAt: z.nullable(instant),
  /** The meetings whose brief carried it; how often it was raised: prep/order.ts. */
  raisedIn: z.array(id).check(z.maxLength(1_000)),
  /** The day on which it is presented; each peer's brief shows it the week before. null: nothing to present. */
  presentOn: z._default(z.nullable(day), null),
  /** By person. */
  stances: z._default(z.record(id, stance), {}),
  shareable: z._default(z.boolean(), false),
});
export type Topic = z.infer<typeof topic>;

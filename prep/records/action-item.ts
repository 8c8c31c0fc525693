import * as z from 'zod/mini';
import { base, day, id, instant, line } from './base.ts';

export const owner = z.enum(['me', 'them', 'both']);
export type Owner = z.infer<typeof owner>;

/** A promise: something one of the two will do, carried until it is closed. */
export const actionItem = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  owner,
  text: line.check(z.minLength(1)),
  due: z.nullable(day),
  meetingId: z.nullable(id),
  state: z.enum(['open', 'kept', 'dropped']),
  closedAt: z.nullable(instant),
  /** The meetings whose brief carried it; how often it was raised: prep/order.ts. */
  raisedIn: z._default(z.array(id).check(z.maxLength(1_000)), []),
  shareable: z._default(z.boolean(), false),
});
export type ActionItem = z.infer<typeof actionItem>;

import * as z from 'zod/mini';
import { base, id, instant, line, long } from './base.ts';

/** A web page that a text was taken from. */
export const origin = z.object({ url: z.string().check(z.maxLength(2_000)), title: line });
export type Origin = z.infer<typeof origin>;

/** Text about a meeting or a peer; always private. */
export const note = z.object({
  ...base,
  personIds: z.array(id).check(z.maxLength(500)),
  meetingId: z.nullable(id),
  /** before: preparation; said: what was talked about; thought: caught outside a meeting. */
  kind: z.enum(['before', 'said', 'thought']),
  text: long,
  /** The start of its meeting, else when it was written. */
  at: instant,
  origin: z.nullable(origin),
});
export type Note = z.infer<typeof note>;

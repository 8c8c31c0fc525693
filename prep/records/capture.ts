import * as z from 'zod/mini';
import { base, instant, long } from './base.ts';
import { origin } from './note.ts';

/** A thought caught in seconds that waits in the inbox to be filed. */
export const capture = z.object({
  ...base,
  text: long.check(z.minLength(1)),
  origin: z.nullable(origin),
  filedAt: z.nullable(instant),
});
export type Capture = z.infer<typeof capture>;

import * as z from 'zod/mini';
import { NOTE_TAGS } from '../method-scales.ts';
import { base, day, id, instant, line, long } from './base.ts';

/** A web page that a text was taken from. */
export const origin = z.object({ url: z.string().check(z.maxLength(2_000)), title: line });
export type Origin = z.infer<typeof origin>;

export const noteTag = z.enum(NOTE_TAGS);

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
  /** half-baked: never offered for a recap; vent: also out of search and print unless asked for (Missing). */
  sensitivity: z._default(z.enum(['normal', 'half-baked', 'vent']), 'normal'),
  /** The day on which it goes by itself; null: never. */
  expiresOn: z._default(z.nullable(day), null),
  /** May stand on a cover sheet. */
  shareable: z._default(z.boolean(), false),
  tags: z._default(z.array(noteTag), []),
});
export type Note = z.infer<typeof note>;

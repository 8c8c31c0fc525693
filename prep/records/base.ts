import * as z from 'zod/mini';
import { isDay } from '../days.ts';
import { LINE, LONG } from '../limits.ts';

/** An id made by us: a UUID, or a fixed name for what ships with Peerside (`set:our-teams`). */
export const id = z.string().check(z.minLength(1), z.maxLength(200));

/** An instant as ISO 8601 in UTC: `2026-11-19T14:00:00.000Z`. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);

/** A calendar day, `YYYY-MM-DD`, in the user's own zone. */
export const day = z.string().check(z.refine(isDay));

export const line = z.string().check(z.maxLength(LINE));
export const long = z.string().check(z.maxLength(LONG));

/** What every record has. */
export const base = { id, createdAt: instant, updatedAt: instant };

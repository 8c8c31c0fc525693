import * as z from 'zod/mini';
import { SIGNALS } from '../method-scales.ts';
import { base, day, instant, line } from './base.ts';
import { goal, trust } from './question.ts';

/** How two peers connect. The first four are Evanish's; the others come from Missing and Rothman. */
export const connection = z.enum([
  'hand-work',
  'receive-work',
  'collaborate',
  'share-resources',
  'same-manager',
  'shared-problem',
  'support',
]);
export type Connection = z.infer<typeof connection>;

/** The wished interval between two meetings, in days; `latest` is never below `ideal`. */
export const cadence = z.object({
  ideal: z.number().check(z.int(), z.minimum(1), z.maximum(730)),
  latest: z.number().check(z.int(), z.minimum(1), z.maximum(730)),
});
export type Cadence = z.infer<typeof cadence>;

/** What tells that a talk between peers is worth having (METHOD 1 to 5: Rothman, Missing). */
export const signal = z.enum(SIGNALS);
export type Signal = z.infer<typeof signal>;

/** That the user asked somebody for a first talk; the words themselves are copied, never sent or kept. */
export const invitation = z.object({
  on: day,
  /** Which wording: an id of prep/invite.ts. */
  wording: line,
  /** Whether the one reminder was put away. */
  reminded: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

/** Somebody the user meets as an equal. */
export const person = z.object({
  ...base,
  name: line.check(z.minLength(1)),
  /** Lower-case addresses; the first one is shown. An address belongs to one person only. */
  emails: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(50)),
  /** Other names a calendar title may use. */
  aliases: z.array(line).check(z.maxLength(50)),
  role: line,
  team: line,
  connections: z.array(connection),
  trust,
  cadence: z.nullable(cadence),
  /** The goal chosen last, offered first next time. */
  goal: z.nullable(goal),
  pausedUntil: z.nullable(day),
  archivedAt: z.nullable(instant),
  /** Made up, from "Try it with sample people"; all of them go with one click. */
  sample: z.boolean(),
  /** Not named among those it is time to meet before this day; the cadence goes on. */
  snoozedUntil: z._default(z.nullable(day), null),
  /** When the ramp began: twice a week for two weeks, then weekly, then a review (Rothman). null: no ramp. */
  rampFrom: z._default(z.nullable(day), null),
  /** What was ticked when it was asked whether a talk is needed. */
  signals: z._default(z.array(signal), []),
  invitation: z._default(z.nullable(invitation), null),
});
export type Person = z.infer<typeof person>;

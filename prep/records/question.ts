import * as z from 'zod/mini';
import { GOALS, LEVELS, TRUSTS } from '../scales.ts';
import { base, id, instant, line } from './base.ts';

export const trust = z.enum(TRUSTS);
export type Trust = z.infer<typeof trust>;

export const goal = z.enum(GOALS);
export type Goal = z.infer<typeof goal>;

/** A named, ordered set of questions. */
export const questionSet = z.object({
  ...base,
  title: line.check(z.minLength(1)),
  description: line,
  /** Empty: fits any goal. */
  goals: z.array(goal),
  /** The lowest trust at which the set is used by itself; a question may ask for more. */
  trust,
  builtIn: z.boolean(),
  on: z.boolean(),
  /** Place in the list, ascending. */
  order: z.number(),
});
export type QuestionSet = z.infer<typeof questionSet>;

/** One question to ask a peer. */
export const question = z.object({
  ...base,
  setId: id,
  /** May hold the placeholders {project}, {team}, {topic}, {date}. */
  text: line.check(z.minLength(1)),
  trust,
  /** The goals of this question alone; empty: those of its set. */
  goals: z.array(goal),
  order: z.number(),
  /** Where it comes from: `after-evanish`, `own`, … */
  source: line,
  /** Only at the end of a meeting, or only when a series is reviewed. */
  phase: z.nullable(z.enum(['closing', 'review'])),
  /** Only for peers with the same manager, or one that asks for a stance to be written down. */
  when: z.nullable(z.enum(['same-manager', 'records-stance'])),
  /** The step of an agenda that it belongs to. */
  step: z.nullable(line),
});
export type Question = z.infer<typeof question>;

export const level = z.enum(LEVELS);
export type Level = z.infer<typeof level>;

/** What was put before, or asked of, one peer. */
export const asking = z.object({
  ...base,
  personId: id,
  questionId: id,
  meetingId: z.nullable(id),
  /** As it was read out, placeholders filled. */
  text: line,
  /** suggested: shown; swapped: sent away; kept: for another time; asked: asked, perhaps with an answer. */
  state: z.enum(['suggested', 'swapped', 'kept', 'asked']),
  /** Its place in that brief; null when it came another way. */
  level: z.nullable(level),
  answer: z.string().check(z.maxLength(20_000)),
  at: instant,
});
export type Asking = z.infer<typeof asking>;

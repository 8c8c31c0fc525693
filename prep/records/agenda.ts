import * as z from 'zod/mini';
import { base, day, id, instant, line, long } from './base.ts';
import { goal } from './question.ts';

/** What a step of an agenda is filled with; `check-in` can be skipped and never taken out (Rothman). */
export const stepKind = z.enum([
  'check-in',
  'plain',
  'views',
  'options',
  'agreement',
  'allies',
  'decide-again',
]);
export type StepKind = z.infer<typeof stepKind>;

export const templateStep = z.object({ id, text: line.check(z.minLength(1)), kind: stepKind });

/** A named course of a meeting. The built-in ones are in prep/agenda-templates.ts and never in the database. */
export const agendaTemplate = z.object({
  ...base,
  title: line.check(z.minLength(1)),
  description: line,
  /** The goals that it is offered for; empty: any. */
  goals: z.array(goal),
  /** Place in the list, ascending. */
  order: z.number(),
  steps: z.array(templateStep).check(z.minLength(1), z.maxLength(50)),
});
export type AgendaTemplate = z.infer<typeof agendaTemplate>;

export const agendaStep = z.extend(templateStep, { state: z.enum(['open', 'done', 'skipped']) });
export type AgendaStep = z.infer<typeof agendaStep>;

/** Something the two could do about a shared problem. */
export const option = z.object({
  id,
  text: line.check(z.minLength(1)),
  verdict: z.enum(['open', 'agreed', 'maybe', 'no']),
});
export type Option = z.infer<typeof option>;

/** The agenda of one meeting, or of several when the two sleep on it; a copy of its template, with what was filled in. */
export const agenda = z.object({
  ...base,
  templateId: id,
  title: line,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  /** Newest last: options that wait are carried along to the next meeting. */
  meetingIds: z.array(id).check(z.minLength(1), z.maxLength(1_000)),
  steps: z.array(agendaStep).check(z.maxLength(50)),
  myView: long,
  theirView: long,
  /** Whom it matters to, and why. */
  matters: z.object({ organisation: line, teams: line, customers: line }),
  options: z.array(option).check(z.maxLength(200)),
  /** Whose agreement is needed next, and who asks. */
  allies: line,
  decideAgainOn: z.nullable(day),
  /** open: in its meeting; sleeping: waits for the next one; done: over. */
  state: z.enum(['open', 'sleeping', 'done']),
  at: instant,
});
export type Agenda = z.infer<typeof agenda>;

import * as z from 'zod/mini';
import { base, day, id, instant, line, long } from './base.ts';

/** Something small that two peers do together in about two weeks (Relationships). */
export const project = z.object({
  ...base,
  personIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
  title: line.check(z.minLength(1)),
  /** white-space: nobody's job; their-plate: on the partner's plate, where a hand helps. */
  kind: z.nullable(z.enum(['white-space', 'their-plate'])),
  startedOn: day,
  targetOn: day,
  /** First room for many answers, then for one. */
  stage: z.enum(['explore', 'decide']),
  /** The next step of each. */
  myNext: line,
  theirNext: line,
  state: z.enum(['open', 'done', 'dropped']),
  outcome: long,
  closedAt: z.nullable(instant),
});
export type Project = z.infer<typeof project>;

import { isRemovable } from './agenda.ts';
import type { AgendaTemplate } from './records/agenda.ts';

type Steps = AgendaTemplate['steps'];
type Step = Steps[number];

/** How many steps a template holds at most. */
export const MOST_STEPS = 50;

/** Steps with one moved by so many places, to an end at most; as they are when it is not among them. */
export function withMoved(steps: Steps, id: string, by: number): Steps {
  const at = steps.findIndex((step) => step.id === id);
  const [step] = steps.slice(at, at + 1);
  return at < 0 || !step ? steps : steps.toSpliced(at, 1).toSpliced(Math.max(0, at + by), 0, step);
}

/** Steps with other words for one of them; a step that is gone stays so. */
export function withWords(steps: Steps, id: string, text: string): Steps {
  return steps.map((step) => (step.id === id ? { ...step, text } : step));
}

/** Steps with one more at the end; as they are when no more fit. */
export function withAdded(steps: Steps, step: Step): Steps {
  return steps.length < MOST_STEPS ? [...steps, step] : steps;
}

/** Steps without one of them; as they are when it is a check-in or the only one. */
export function withoutStep(steps: Steps, id: string): Steps {
  return steps.length > 1 ? steps.filter((step) => step.id !== id || !isRemovable(step)) : steps;
}

/**
 * Steps with one back that is in `before` and not among them: after the nearest step that came before it and is still
 * there, else first. As they are when it is there.
 */
export function withBack(steps: Steps, before: Steps, id: string): Steps {
  const was = before.findIndex((step) => step.id === id);
  const [step] = before.slice(was, was + 1);
  if (was < 0 || !step || steps.some((one) => one.id === id)) return steps;
  const earlier = before.slice(0, was).map((one) => one.id);
  const after = earlier.map((one) => steps.findIndex((now) => now.id === one)).findLast((at) => at >= 0);
  return steps.toSpliced((after ?? -1) + 1, 0, step);
}

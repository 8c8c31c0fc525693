import type { Agenda, AgendaStep, Option } from './records/agenda.ts';

/** Whether a step can be taken out: a check-in can only be skipped, because it is easy to jump into the problem (Rothman). */
export function isRemovable(step: Pick<AgendaStep, 'kind'>): boolean {
  return step.kind !== 'check-in';
}

/** The step that the talk is at: the first that is still open; undefined at the end. */
export function currentStep(agenda: Pick<Agenda, 'steps'>): AgendaStep | undefined {
  return agenda.steps.find(({ state }) => state === 'open');
}

/** Steps with one of them in another state; the others as they are. */
export function withStep(steps: readonly AgendaStep[], id: string, state: AgendaStep['state']): AgendaStep[] {
  return steps.map((step) => (step.id === id ? { ...step, state } : step));
}

/** What was agreed among the options, a line each. */
export function agreedText(options: readonly Option[]): string {
  const agreed = options.filter(({ verdict }) => verdict === 'agreed');
  return agreed.map(({ text }) => text).join('\n');
}

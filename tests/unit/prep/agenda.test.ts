import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedText, currentStep, isRemovable, withStep } from '../../../prep/agenda.ts';
import {
  BUILT_IN_TEMPLATES,
  FIRST_KIT,
  isFirstMeetings,
  offeredTemplates,
  SIX_STEPS,
  suggestedTemplate,
} from '../../../prep/agenda-templates.ts';
import { type AgendaStep, agendaTemplate, stepKind } from '../../../prep/records/agenda.ts';
import { GOALS } from '../../../prep/scales.ts';

const step = (id: string, change: Partial<AgendaStep> = {}): AgendaStep => ({
  id,
  text: id,
  kind: 'plain',
  state: 'open',
  ...change,
});

describe('the built-in templates', () => {
  test('are what a template is, each step with an id of its own', () => {
    const at = '2026-11-19T14:00:00.000Z';
    for (const template of BUILT_IN_TEMPLATES) {
      agendaTemplate.parse({ ...template, createdAt: at, updatedAt: at, order: 1 });
      expect(new Set(template.steps.map(({ id }) => id)).size).toBe(template.steps.length);
    }
  });

  test('the six steps are Rothman’s, in her order, the check-in first', () => {
    const six = BUILT_IN_TEMPLATES.find(({ id }) => id === SIX_STEPS);
    expect(six?.steps.map(({ kind }) => kind)).toEqual([
      'check-in',
      'views',
      'options',
      'agreement',
      'allies',
      'decide-again',
    ]);
  });
});

test('only a check-in cannot be taken out', () => {
  expect(stepKind.options.filter((kind) => !isRemovable({ kind }))).toEqual(['check-in']);
});

test.each([
  ['shared-problem', 0, SIX_STEPS],
  ['shared-problem', 9, SIX_STEPS],
  ['clarity', 0, FIRST_KIT],
  ['rapport', 2, FIRST_KIT],
  ['rapport', 3, undefined],
  ['work-better', 40, undefined],
] as const)('for %s after %i meetings: %s', (goal, meetings, wanted) => {
  expect(suggestedTemplate(goal, meetings)?.id).toBe(wanted);
  expect(isFirstMeetings(meetings)).toBe(meetings < 3);
});

test('every template is offered once; those for the goal come first, the user’s own before ours', () => {
  const own = [
    { id: 'a', title: 'A', description: '', goals: [], steps: [] },
    { id: 'b', title: 'B', description: '', goals: ['ideas' as const], steps: [] },
  ];
  expect(offeredTemplates(own, 'ideas').map(({ id }) => id)).toEqual([
    'b',
    'a',
    ...BUILT_IN_TEMPLATES.map(({ id }) => id),
  ]);
  for (const goal of GOALS) {
    const all = offeredTemplates(own, goal).map(({ id }) => id);
    expect(all.toSorted()).toEqual([...own, ...BUILT_IN_TEMPLATES].map(({ id }) => id).toSorted());
  }
});

test('the talk is at the first step that is still open', () => {
  const steps = [step('a', { state: 'done' }), step('b', { state: 'skipped' }), step('c'), step('d')];
  expect(currentStep({ steps })?.id).toBe('c');
  expect(currentStep({ steps: steps.slice(0, 2) })).toBeUndefined();
  const later = withStep(steps, 'c', 'done');
  expect(later.map(({ state }) => state)).toEqual(['done', 'skipped', 'done', 'open']);
  expect(withStep(steps, 'z', 'done')).toEqual(steps);
});

test('what was agreed is every option that was marked so, in its order, and no other', () => {
  const verdict = fc.constantFrom('open' as const, 'agreed' as const, 'maybe' as const, 'no' as const);
  fc.assert(
    fc.property(fc.array(verdict), (verdicts) => {
      const options = verdicts.map((one, index) => ({ id: String(index), text: `o${index}`, verdict: one }));
      const lines = agreedText(options).split('\n').filter(Boolean);
      expect(lines).toEqual(options.filter((one) => one.verdict === 'agreed').map(({ text }) => text));
    }),
  );
});

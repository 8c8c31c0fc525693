import { expect, test } from 'vitest';
import type { TemplateDraft } from '../../../prep/agenda-file.ts';
import { agendaChanges, planAgendas } from '../../../prep/agenda-import.ts';
import type { AgendaTemplate } from '../../../prep/records/agenda.ts';

const draft = (title: string, ...steps: string[]): TemplateDraft => ({
  title,
  description: '',
  goals: [],
  steps: steps.map((text, index) => ({ id: String(index + 1), text, kind: 'plain' })),
});
const at = '2026-11-19T09:00:00.000Z';
const here = (id: string, template: TemplateDraft): AgendaTemplate => ({
  ...template,
  id,
  createdAt: at,
  updatedAt: at,
  order: 1,
  steps: template.steps.map((step) => ({ ...step, id: `${id} ${step.id}` })),
});

test.each<[string, TemplateDraft[], AgendaTemplate[], (string | undefined)[], number]>([
  ['none is here: all are new', [draft('A', '1'), draft('B', '1')], [], [undefined, undefined], 2],
  [
    'the same by title, case and accents folded',
    [draft('Lánzar', '2')],
    [here('x', draft('LANZAR', '1'))],
    ['x'],
    1,
  ],
  [
    'word for word: nothing to do, whatever the steps are called',
    [draft('A', '1')],
    [here('x', draft('A', '1'))],
    ['x'],
    0,
  ],
  [
    'two alike in the file: the second is a new one',
    [draft('A', '1'), draft('A', '2')],
    [here('x', draft('A', '1'))],
    ['x', undefined],
    1,
  ],
  ['what the file does not name stays', [draft('B', '1')], [here('x', draft('A', '1'))], [undefined], 1],
])('%s', (_, file, own, into, changes) => {
  const plan = planAgendas(file, own);
  expect(plan.map((one) => one.into?.id)).toEqual(into);
  expect(agendaChanges(plan)).toBe(changes);
});

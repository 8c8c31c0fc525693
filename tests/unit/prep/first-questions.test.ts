import { expect, test } from 'vitest';
import { firstQuestions } from '../../../prep/first-questions.ts';
import type { Asking, Question, QuestionSet } from '../../../prep/records/question.ts';

const at = '2026-11-19T14:00:00.000Z';
const stamp = { createdAt: at, updatedAt: at };
const set = (id: string, order: number, change: Partial<QuestionSet> = {}): QuestionSet => ({
  ...stamp,
  id,
  order,
  title: id,
  description: '',
  goals: [],
  trust: 'new',
  builtIn: true,
  on: true,
  ...change,
});
const question = (id: string, setId: string, order: number, change: Partial<Question> = {}): Question => ({
  ...stamp,
  id,
  setId,
  order,
  text: `${id}?`,
  trust: 'new',
  goals: [],
  source: 'own',
  phase: null,
  when: null,
  step: null,
  ...change,
});
const asking = (questionId: string, change: Partial<Asking> = {}): Asking => ({
  ...stamp,
  id: `asking ${questionId}`,
  personId: 'steve',
  questionId,
  meetingId: 'now',
  text: `${questionId}?`,
  state: 'suggested',
  level: 'easy',
  answer: '',
  at,
  ...change,
});

const sets = [set('far', 1, { goals: ['ideas'] }), set('near', 2, { goals: ['rapport'] })];
const questions = [
  ...['f1', 'f2'].map((id, place) => question(id, 'far', place)),
  ...['n1', 'n2', 'n3', 'n4', 'n5', 'n6'].map((id, place) => question(id, 'near', place)),
  question('deep', 'near', 9, { trust: 'working' }),
  question('open', 'near', 10, { text: 'And {project}?' }),
];
const ask = (askings: Asking[], change: Partial<Parameters<typeof firstQuestions>[0]> = {}) =>
  firstQuestions({ sets, questions, askings, meetingId: 'now', now: at, ...change });
const ids = (askings: Asking[]) => ask(askings).map(({ id }) => id);

test.each<[string, Asking[], string[]]>([
  ['five, those that fit first, in their order', [], ['n1', 'n2', 'n3', 'n4', 'n5']],
  ['none that the brief shows', [asking('n2')], ['n1', 'n3', 'n4', 'n5', 'n6']],
  [
    'others where too few fit, none that needs trust or has a gap',
    [asking('n1'), asking('n2'), asking('n3')],
    ['n4', 'n5', 'n6', 'f1', 'f2'],
  ],
  [
    'none asked at another meeting within six months',
    [asking('n1', { meetingId: 'before', state: 'asked', at: '2026-08-01T10:00:00.000Z' })],
    ['n2', 'n3', 'n4', 'n5', 'n6'],
  ],
  [
    'what was asked from here stays, and comes first',
    [asking('n5', { level: null, state: 'asked' })],
    ['n5', 'n1', 'n2', 'n3', 'n4'],
  ],
])('%s', (_, askings, expected) => {
  expect(ids(askings)).toEqual(expected);
});

test('says which were asked; a set that is off gives none', () => {
  expect(ask([asking('n5', { level: null, state: 'asked', text: 'In other words?' })])[0]).toEqual({
    id: 'n5',
    text: 'In other words?',
    asked: true,
  });
  expect(ask([], { sets: sets.map((one) => ({ ...one, on: false })) })).toEqual([]);
});

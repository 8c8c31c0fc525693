import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HintInput, hintFor, hintKey, rapportQuestions } from '../../../prep/hints.ts';
import { aFact, anActionItem, anAsking, aQuestion, aSet, aTopic } from '../../fixtures/records.ts';

const TODAY = '2026-11-21';
const past = ['2026-11-14', '2026-10-31', '2026-10-17', '2026-06-01'].map((day, index) => ({
  id: `m${index}`,
  day,
}));
const input = (change: Partial<HintInput> = {}): HintInput => ({
  personId: 'steve',
  trust: 'working',
  today: TODAY,
  goal: null,
  past,
  items: [],
  facts: [],
  askings: [],
  projects: [],
  decisions: [],
  topics: [],
  notYet: [],
  ...change,
});
const promises = past.map(({ id }) =>
  anActionItem({ id: `i-${id}`, meetingId: id, createdAt: '2026-03-01T10:00:00.000Z' }),
);
const facts = Array.from({ length: 5 }, (_, index) => aFact({ id: `f${index}`, learntOn: '2026-01-01' }));
const project = {
  id: 'p',
  createdAt: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-01T10:00:00.000Z',
  personIds: ['steve'],
  title: 'Bug board',
  kind: null,
  startedOn: '2026-01-01',
  targetOn: '2026-01-15',
  stage: 'explore' as const,
  myNext: '',
  theirNext: '',
  state: 'done' as const,
  outcome: '',
  closedAt: '2026-01-14T10:00:00.000Z',
};
const decision = {
  id: 'd',
  createdAt: '2026-10-01T10:00:00.000Z',
  updatedAt: '2026-10-01T10:00:00.000Z',
  personIds: ['steve'],
  meetingId: null,
  text: 'Yes',
  againOn: null,
  state: 'standing' as const,
  closedAt: null,
  at: '2026-10-01T10:00:00.000Z',
  shareable: false,
};

test.each<[string, Partial<HintInput>, string | undefined]>([
  ['nothing known', {}, undefined],
  ['three meetings of promises alone', { items: promises }, 'task-talk'],
  ['two meetings of promises', { items: promises.slice(0, 2) }, undefined],
  ['a meeting too few', { items: promises, past: past.slice(0, 2) }, undefined],
  [
    'a fact was learnt on one of those days',
    { items: promises, facts: [aFact({ learntOn: '2026-10-31' })] },
    undefined,
  ],
  [
    'a question was answered',
    { items: promises, askings: [anAsking({ meetingId: 'm2', state: 'asked' })] },
    undefined,
  ],
  [
    'a question was only suggested',
    { items: promises, askings: [anAsking({ meetingId: 'm2', state: 'suggested' })] },
    'task-talk',
  ],
  ['many facts, nothing done together', { facts }, 'no-shared-work'],
  ['few facts', { facts: facts.slice(1) }, undefined],
  ['not known for three months', { facts, past: past.slice(0, 3) }, undefined],
  ['a project long ago', { facts, projects: [project] }, 'no-shared-work'],
  [
    'a project of this month',
    { facts, projects: [{ ...project, closedAt: '2026-11-01T10:00:00.000Z' }] },
    undefined,
  ],
  ['an open project', { facts, projects: [{ ...project, state: 'open', closedAt: null }] }, undefined],
  ['a decision lately', { facts, decisions: [decision] }, undefined],
  ['a joint promise that is open', { facts, items: [anActionItem({ owner: 'both' })] }, undefined],
  [
    'a joint promise kept long ago',
    { facts, items: [anActionItem({ owner: 'both', state: 'kept' })] },
    'no-shared-work',
  ],
  ['little trust after four meetings', { trust: 'new' }, 'talk-only'],
  ['little trust, and something done together', { trust: 'new', projects: [project] }, undefined],
  [
    'a topic raised three times',
    { topics: [aTopic({ raisedIn: ['a', 'b', 'c'] })], items: promises },
    'raised-often',
  ],
  [
    'a topic raised three times and covered',
    { topics: [aTopic({ raisedIn: ['a', 'b', 'c'], state: 'covered' })] },
    undefined,
  ],
  ['a hard talk ahead, whatever else', { goal: 'disagreement', items: promises }, 'elsewhere'],
  ['support ahead', { goal: 'support' }, 'elsewhere'],
  ['any other talk ahead', { goal: 'work-better' }, undefined],
  [
    'a topic raised twice, and carried by the next meeting',
    { topics: [aTopic({ raisedIn: ['a', 'b', 'next'] })], notYet: ['next'] },
    undefined,
  ],
  ['a topic raised twice', { topics: [aTopic({ raisedIn: ['a', 'b'] })] }, undefined],
])('%s: %s', (_, change, kind) => {
  expect(hintFor(input(change), [])?.kind).toBe(kind);
});

describe('put away', () => {
  const all = input({ topics: [aTopic({ raisedIn: ['a', 'b', 'c'] })], items: promises, trust: 'new' });

  test('one gives way to the next, and none comes back', () => {
    const off: string[] = [];
    const seen: string[] = [];
    for (let hint = hintFor(all, off); hint; hint = hintFor(all, off)) {
      seen.push(hint.kind);
      off.push(hintKey(hint.kind, 'steve'));
    }
    expect(seen).toEqual(['raised-often', 'task-talk', 'talk-only']);
  });

  test('for one person it is still said of others; for everybody it is not', () => {
    const ana = { ...all, personId: 'ana' };
    expect(hintFor(ana, [hintKey('raised-often', 'steve')])?.kind).toBe('raised-often');
    expect(hintFor(ana, ['raised-often'])?.kind).toBe('task-talk');
  });

  test('whatever is known and put away, what was put away is never said', () => {
    const kinds = ['raised-often', 'task-talk', 'no-shared-work', 'talk-only'] as const;
    fc.assert(
      fc.property(
        fc.subarray([...kinds]),
        fc.nat(4),
        fc.nat(5),
        fc.nat(4),
        fc.constantFrom('new', 'working', 'trusted'),
        (away, meetings, known, raised, trust) => {
          const hint = hintFor(
            input({
              trust: trust as 'new',
              past: past.slice(0, meetings),
              items: promises,
              facts: facts.slice(0, known),
              topics: [aTopic({ raisedIn: ['a', 'b', 'c', 'd'].slice(0, raised) })],
            }),
            away.map((kind) => hintKey(kind, 'steve')),
          );
          if (hint) expect(away).not.toContain(hint.kind);
        },
      ),
    );
  });
});

describe('questions for rapport', () => {
  const sets = [
    aSet({ id: 'rapport', goals: ['rapport'], order: 2 }),
    aSet({ id: 'other', goals: ['ideas'], order: 1 }),
    aSet({ id: 'off', goals: ['rapport'], on: false, order: 0 }),
    aSet({ id: 'deep', goals: ['rapport'], trust: 'trusted', order: 1 }),
  ];
  const questions = [
    aQuestion({ id: 'a', setId: 'rapport', order: 2 }),
    aQuestion({ id: 'b', setId: 'rapport', order: 1 }),
    aQuestion({ id: 'c', setId: 'rapport', order: 3, text: 'About {project}?' }),
    aQuestion({ id: 'd', setId: 'rapport', order: 4, trust: 'trusted' }),
    aQuestion({ id: 'e', setId: 'rapport', order: 5, phase: 'closing' }),
    aQuestion({ id: 'f', setId: 'other' }),
    aQuestion({ id: 'g', setId: 'off' }),
    aQuestion({ id: 'h', setId: 'deep' }),
    aQuestion({ id: 'i', setId: 'rapport', order: 6 }),
  ];
  const ids = (...args: Parameters<typeof rapportQuestions>) => rapportQuestions(...args).map(({ id }) => id);

  test('two, in order, at the level of trust, with nothing to fill in, never asked of this peer', () => {
    expect(ids(sets, questions, [], 'new')).toEqual(['b', 'a']);
    expect(ids(sets, questions, [], 'trusted')).toEqual(['h', 'b']);
    expect(ids(sets, questions, [anAsking({ questionId: 'b' })], 'new')).toEqual(['a', 'i']);
    expect(ids(sets, [], [], 'new')).toEqual([]);
  });
});

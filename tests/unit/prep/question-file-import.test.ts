import { expect, test } from 'vitest';
import type { FileSet } from '../../../prep/question-file.ts';
import { changesIn, planImport, type SetWithQuestions } from '../../../prep/question-import.ts';

const times = { createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' };
const plain = { goals: [], phase: null, when: null, step: null, source: 'own', trust: 'new' as const };

function here(title: string, texts: string[], builtIn = false): SetWithQuestions {
  const set = {
    id: `s-${title}-${builtIn}`,
    title,
    description: '',
    goals: [],
    trust: 'new' as const,
    builtIn,
    on: true,
    order: 1,
  };
  const questions = texts.map((text, order) => ({
    ...plain,
    ...times,
    id: text,
    setId: set.id,
    text,
    order,
  }));
  return { ...set, ...times, questions };
}

function file(title: string, texts: string[], change: Partial<FileSet['questions'][number]> = {}): FileSet {
  return {
    title,
    description: '',
    goals: [],
    trust: 'new',
    questions: texts.map((text) => ({ ...plain, text, ...change })),
  };
}

test('a title that is not here makes a new set', () => {
  const [plan] = planImport([file('Launches', ['A', 'B'])], [here('Ideas', ['A'])]);
  expect(plan).toMatchObject({ into: undefined, same: 0, changed: [] });
  expect(plan?.added).toHaveLength(2);
});

test('titles and texts are the same whatever their case, accents and spaces', () => {
  const [plan] = planImport(
    [file('LAUNCHÉS', ['what  helps?', 'New one'])],
    [here('Launches', ['What helps?'])],
  );
  expect(plan?.into?.title).toBe('Launches');
  expect(plan?.headChanged).toBe(true);
  expect(plan?.changed.map(({ old }) => old.id)).toEqual(['What helps?']);
  expect(plan?.added.map(({ text }) => text)).toEqual(['New one']);
});

test('what is here word for word is the same, and then there is nothing to change', () => {
  const plan = planImport([file('Ideas', ['A', 'B'])], [here('Ideas', ['A', 'B', 'Mine'])]);
  expect(plan[0]).toMatchObject({ same: 2, added: [], changed: [], headChanged: false });
  expect(changesIn(plan)).toBe(0);
});

test('another trust changes a question', () => {
  const plan = planImport([file('Ideas', ['A'], { trust: 'trusted' })], [here('Ideas', ['A'])]);
  expect(plan[0]?.changed).toHaveLength(1);
  expect(changesIn(plan)).toBe(1);
});

test('own sets are met before built-in ones of the same title', () => {
  const [plan] = planImport([file('Ideas', ['A'])], [here('Ideas', [], true), here('Ideas', [])]);
  expect(plan?.into?.builtIn).toBe(false);
});

test('a set or a question that stands twice in the file is taken once', () => {
  const plan = planImport([file('Ideas', ['A', 'a']), file('ideas', ['A', 'B'])], []);
  expect(plan).toHaveLength(1);
  expect(plan[0]?.added.map(({ text }) => text)).toEqual(['A', 'B']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { andThen } from '../../../prep/and-then.ts';
import builtIn from '../../../prep/built-in-sets.json' with { type: 'json' };
import { LEVELS } from '../../../prep/scales.ts';

test('every question has one thing to ask next, always the same, and open', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...LEVELS), (id, level) => {
      const next = andThen(id, level);
      expect(next).toMatch(/^[A-Z].+\?$/);
      expect(andThen(id, level)).toBe(next);
    }),
  );
});

test('all of them are used, and none stands among the questions', () => {
  const ids = builtIn.sets.flatMap(({ questions }) => questions.map(({ id }) => `question:${id}`));
  const used = new Set(LEVELS.flatMap((level) => ids.map((id) => andThen(id, level))));
  expect(used.size).toBe(9);
  const texts = builtIn.sets.flatMap(({ questions }) => questions.map(({ text }) => text));
  expect(texts.filter((text) => used.has(text))).toEqual([]);
});

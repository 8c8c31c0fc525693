import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clone } from '../setup/clone.ts';

const platform = (globalThis as unknown as { platformClone: typeof structuredClone }).platformClone;

describe('the copy that the database of the tests makes', () => {
  test('is the one of the platform, whatever is copied', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const copy = clone(value);
        expect(copy).toStrictEqual(platform(value));
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  test('what stands in it twice, or within itself, is one object in the copy', () => {
    const one = { text: 'x' };
    const twice = clone({ first: one, second: [one] });
    expect(twice.first).toBe(twice.second[0]);
    const round: { self?: unknown } = {};
    round.self = round;
    const copy = clone(round);
    expect(copy.self).toBe(copy);
    expect(copy).not.toBe(round);
  });

  test.each([
    ['a function', { act: () => {} }],
    ['a symbol', [Symbol('x')]],
  ])('%s cannot be copied', (_, value) => {
    expect(() => clone(value)).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../prep/days.ts';
import { daysLate, isFirstFact, orderActionItems, orderTopics, pickFacts } from '../../../prep/order.ts';
import type { Goal } from '../../../prep/records/question.ts';
import { aFact, anActionItem, aTopic } from '../../fixtures/records.ts';

const today = '2026-11-19';
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** Any of `all`, in any order. */
function shuffled<T>(all: readonly T[]) {
  return fc.shuffledSubarray([...all], { minLength: all.length });
}

describe('promises', () => {
  const items = [
    anActionItem({ id: 'mine, late', due: '2026-11-13' }),
    anActionItem({ id: 'mine, today', due: today }),
    anActionItem({ id: 'mine, tomorrow', due: '2026-11-20' }),
    anActionItem({ id: 'mine, undated, older', createdAt: '2026-01-01T10:00:00.000Z' }),
    anActionItem({ id: 'mine, undated, newer', createdAt: '2026-02-01T10:00:00.000Z' }),
    anActionItem({ id: 'theirs, very late', owner: 'them', due: '2026-10-01' }),
    anActionItem({ id: 'theirs, late', owner: 'them', due: '2026-11-18' }),
    anActionItem({ id: 'theirs', owner: 'them' }),
    anActionItem({ id: 'joint, very late', owner: 'both', due: '2025-11-18' }),
  ];

  test('mine, theirs, joint; in each the overdue, then by day, then the undated as they were made', () => {
    fc.assert(
      fc.property(shuffled(items), (mixed) => {
        expect(ids(orderActionItems(mixed))).toEqual(ids(items));
      }),
    );
  });

  test('the order is total: twins differ by id alone', () => {
    const twins = ['a', 'b', 'c', 'd'].map((id) => anActionItem({ id }));
    fc.assert(
      fc.property(shuffled(twins), (mixed) => {
        expect(ids(orderActionItems(mixed))).toEqual(['a', 'b', 'c', 'd']);
      }),
    );
  });

  test('what is given stays as it was', () => {
    const given = [...items].reverse();
    orderActionItems(given);
    expect(given).toEqual([...items].reverse());
  });

  test.each([
    [{ due: '2026-11-13' }, 6],
    [{ due: today }, 0],
    [{ due: '2026-12-01' }, 0],
    [{ due: null }, 0],
    [{ due: '2026-11-13', state: 'kept' }, 0],
    [{ due: '2026-11-13', state: 'dropped' }, 0],
  ] as const)('%j is %i days late', (change, days) => {
    expect(daysLate(anActionItem(change), today)).toBe(days);
  });
});

describe('topics', () => {
  test('what was raised most often first, then the oldest, then by id', () => {
    const topics = [
      aTopic({ id: 'three times', raisedIn: ['1', '2', '3'], createdAt: '2026-11-01T10:00:00.000Z' }),
      aTopic({ id: 'once', raisedIn: ['3'] }),
      aTopic({ id: 'new, older', createdAt: '2026-11-01T10:00:00.000Z' }),
      aTopic({ id: 'new, a', createdAt: '2026-11-10T10:00:00.000Z' }),
      aTopic({ id: 'new, b', createdAt: '2026-11-10T10:00:00.000Z' }),
    ];
    fc.assert(
      fc.property(shuffled(topics), (mixed) => {
        expect(ids(orderTopics(mixed))).toEqual(ids(topics));
      }),
    );
  });
});

describe('facts', () => {
  const facts = [
    aFact({ id: 'never shown, older', learntOn: '2025-03-01', confirmedOn: '2025-03-01' }),
    aFact({ id: 'never shown', learntOn: '2026-05-01', confirmedOn: '2026-05-01' }),
    aFact({ id: 'shown long ago', shownAt: '2026-02-01T10:00:00.000Z' }),
    aFact({ id: 'shown lately', shownAt: '2026-11-01T10:00:00.000Z' }),
  ];
  const picked = (limit?: number) => pickFacts(facts, today, limit).map(({ fact }) => fact.id);

  test('at most two: those never shown, the longest known first, then the longest unshown', () => {
    expect(picked()).toEqual(['never shown, older', 'never shown']);
    expect(picked(9)).toEqual(ids(facts));
    expect(picked(0)).toEqual([]);
    expect(picked(-1)).toEqual([]);
  });

  test('the two that were shown give way to the others the next time', () => {
    const shownAt = '2026-11-19T10:00:00.000Z';
    const after = facts.map((fact) => (picked().includes(fact.id) ? { ...fact, shownAt } : fact));
    expect(pickFacts(after, today).map(({ fact }) => fact.id)).toEqual(['shown long ago', 'shown lately']);
  });

  test('not the same twice running, unless there is no other', () => {
    const next = (last: string[], all = facts) => pickFacts(all, today, 2, last).map(({ fact }) => fact.id);
    expect(next(picked())).toEqual(['shown long ago', 'shown lately']);
    expect(next(ids(facts).slice(0, 3))).toEqual(ids(facts).slice(3));
    expect(next(ids(facts))).toEqual(picked());
    expect(next([], [])).toEqual([]);
  });

  test('in a hard talk what the two have in common comes first, whatever was shown; in no other', () => {
    const common = aFact({ id: 'both play bass', kind: 'common', shownAt: '2026-11-12T10:00:00.000Z' });
    const next = (goal: Goal) =>
      ids(pickFacts([...facts, common], today, 2, [common.id], isFirstFact(goal)).map(({ fact }) => fact));
    expect(next('disagreement')).toEqual(['both play bass', 'never shown, older']);
    expect(next('rapport')).toEqual(['never shown, older', 'never shown']);
  });

  test.each([
    [365, false],
    [366, true],
  ])('confirmed %i days ago: stale is %s', (days, stale) => {
    const fact = aFact({ learntOn: '2020-01-01', confirmedOn: addDays(today, -days) });
    expect(pickFacts([fact], today)).toEqual([{ fact, stale }]);
  });
});

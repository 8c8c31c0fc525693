import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestSnapshot, KEPT, keptSnapshots, type SnapshotInfo } from '../../../prep/backup/keep.ts';

const one = (day: number, change: Partial<SnapshotInfo> = {}): SnapshotInfo => ({
  id: `s${day}`,
  at: new Date(Date.UTC(2026, 10, day, 12)).toISOString(),
  reason: 'time',
  size: 1_000,
  records: 10,
  parts: 1,
  ...change,
});
const days = (list: readonly SnapshotInfo[]) => list.map(({ id }) => Number(id.slice(1)));

test('keeps one of each of the last days and weeks, newest first', () => {
  const all = Array.from({ length: 40 }, (_, index) => one(index + 1));
  // 40 November is 10 December, a Thursday; weeks begin on 30 November, 23, 16.
  expect(days(keptSnapshots(all))).toEqual([40, 39, 38, 36, 29, 22]);
});

test('keeps the last before a change', () => {
  const all = [one(1, { reason: 'merge' }), one(2), one(3), one(4), one(5)];
  expect(days(keptSnapshots(all))).toEqual([5, 4, 3, 1]);
});

test('the newest is kept whatever its size; others give way', () => {
  const all = [one(1), one(2), one(3, { size: KEPT.size + 1 })];
  expect(days(keptSnapshots(all))).toEqual([3]);
});

test('is bounded, keeps the newest, and is stable', () => {
  const list = fc.array(
    fc.record({
      day: fc.nat(400),
      size: fc.nat(20_000_000),
      reason: fc.constantFrom('time' as const, 'merge' as const),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(list, (some) => {
      const all = some.map(({ day, ...rest }, index) => one(day, { ...rest, id: `s${index}` }));
      const kept = keptSnapshots(all);
      expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.changes);
      const size = kept.slice(1).reduce((sum, { size: own }) => sum + own, 0);
      expect(size).toBeLessThanOrEqual(KEPT.size);
      const newest = all
        .map(({ at }) => at)
        .sort()
        .at(-1);
      expect(kept[0]?.at).toBe(newest);
      expect(keptSnapshots(kept)).toEqual(kept);
    }),
  );
});

test('after a loss the newest that is not much smaller than the largest', () => {
  const all = [
    one(1, { records: 100 }),
    one(2, { records: 90 }),
    one(3, { records: 3 }),
    one(4, { records: 0 }),
  ];
  expect(bestSnapshot(all)?.id).toBe('s2');
  expect(bestSnapshot([])).toBeUndefined();
});

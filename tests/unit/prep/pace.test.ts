import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INTERVALS, latestFor } from '../../../prep/cadence-presets.ts';
import { daysBetween } from '../../../prep/days.ts';
import { followUp, nextMeeting, paced } from '../../../prep/pace.ts';

const cadence = (ideal: number, latest = latestFor(ideal)) => ({ ideal, latest });

test.each([
  [14, 'sooner', { ideal: 7, latest: 14 }],
  [14, 'later', { ideal: 21, latest: 28 }],
  [14, 'same', { ideal: 14, latest: 28 }],
  [3, 'sooner', { ideal: 3, latest: 7 }],
  [84, 'later', { ideal: 84, latest: 126 }],
  [10, 'sooner', { ideal: 7, latest: 14 }],
  [10, 'later', { ideal: 14, latest: 28 }],
  [200, 'later', { ideal: 200, latest: 300 }],
  [200, 'sooner', { ideal: 84, latest: 126 }],
] as const)('a cadence of %i days, %s', (ideal, pace, wanted) => {
  expect(paced(cadence(ideal), pace)).toEqual(wanted);
});

test('sooner and then later comes back to where it was, but at the ends', () => {
  fc.assert(
    fc.property(fc.constantFrom(...INTERVALS.slice(1)), (ideal) => {
      expect(paced(paced(cadence(ideal), 'sooner'), 'later')).toEqual(cadence(ideal));
    }),
  );
});

test('whatever the cadence, the latest is never below the ideal, and sooner is never later', () => {
  const days = fc.integer({ min: 1, max: 730 });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const now = cadence(Math.min(a, b), Math.max(a, b));
      const [sooner, later] = [paced(now, 'sooner'), paced(now, 'later')];
      for (const one of [sooner, later]) expect(one.latest).toBeGreaterThanOrEqual(one.ideal);
      expect(sooner.ideal).toBeLessThanOrEqual(now.ideal);
      expect(later.ideal).toBeGreaterThanOrEqual(now.ideal);
    }),
  );
});

test('the next meeting is around one day and by another, over a leap day', () => {
  expect(nextMeeting('2028-02-20', cadence(14))).toEqual({ around: '2028-03-05', by: '2028-03-19' });
  expect(nextMeeting('2026-11-19', { ideal: 14, latest: 7 })).toEqual({
    around: '2026-12-03',
    by: '2026-12-03',
  });
});

test('who sleeps on it meets again in three to five days, on a day of the week', () => {
  // A Thursday: Sunday, Monday, Tuesday.
  expect(followUp('2026-11-19')).toEqual({ from: '2026-11-22', to: '2026-11-24', on: '2026-11-23' });
  const anyDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, (date) => {
      const day = date.toISOString().slice(0, 10);
      const { on } = followUp(day);
      expect([3, 4, 5]).toContain(daysBetween(day, on));
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${on}T12:00:00Z`).getUTCDay());
    }),
  );
});

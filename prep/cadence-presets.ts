import type { Cadence } from './records/person.ts';

/**
 * The intervals that are offered, in days: twice a week, then 1, 2, 3, 4, 6, 8 and 12 weeks (docs of the method: Evanish
 * names 4 to 12 weeks as usual, Rothman starts with twice a week).
 */
export const INTERVALS = [3, 7, 14, 21, 28, 42, 56, 84] as const;

/**
 * The latest interval offered with an ideal one: the next step up, but two weeks go with four and six with eight
 * (Evanish's pairings); after the last step half as long again.
 */
export function latestFor(ideal: number): number {
  if (ideal === 14) return 28;
  return INTERVALS.find((step) => step > ideal) ?? Math.min(730, Math.round(ideal * 1.5));
}

/** A cadence within its limits: whole days, 1 to 730, the latest never below the ideal; undefined when it is none. */
export function readCadence(ideal: number, latest: number): Cadence | undefined {
  const days = (n: number) => Number.isInteger(n) && n >= 1 && n <= 730;
  return days(ideal) && days(latest) && latest >= ideal ? { ideal, latest } : undefined;
}

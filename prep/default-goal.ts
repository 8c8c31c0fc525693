import type { Goal, Trust } from './records/question.ts';

/** The first meetings are for getting to know each other (Missing: the first few feel awkward; METHOD 26). */
export const FIRST_MEETINGS = 3;

/** The goal of a meeting until one is chosen: that remembered for the peer, else by what they know of each other (Evanish, METHOD 44). */
export function defaultGoal(trust: Trust, meetings: number, remembered: Goal | null): Goal {
  const strangers = trust === 'new' || (trust === 'working' && meetings < FIRST_MEETINGS);
  return remembered ?? (strangers ? 'rapport' : 'work-better');
}

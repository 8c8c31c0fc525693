import { dayOf } from './day-of.ts';
import { daysBetween } from './days.ts';
import type { ActionItem } from './records/action-item.ts';

/** How the user has kept promises of their own. */
export interface KeepRate {
  kept: number;
  /** Of those kept, after their day; and those open that are past it. */
  late: number;
  /** All that were kept, dropped, or are past their day; one that is not due yet says nothing. */
  of: number;
}

/**
 * "5 of 6 kept, 1 late" of the user's own promises to one person, only for the user (Relationships, METHOD 64: make and keep
 * commitments). Promises of the other are never counted. `zone`: that of this browser when left out.
 */
export function keepRate(items: readonly ActionItem[], today: string, zone?: string): KeepRate {
  const mine = items.filter(({ owner }) => owner === 'me');
  const kept = mine.filter(({ state }) => state === 'kept');
  const dropped = mine.filter(({ state }) => state === 'dropped');
  const past = mine.filter(({ state, due }) => state === 'open' && due !== null && due < today);
  const late = kept.filter(
    ({ due, closedAt }) => due !== null && closedAt !== null && daysBetween(due, dayOf(closedAt, zone)) > 0,
  );
  return {
    kept: kept.length,
    late: late.length + past.length,
    of: kept.length + dropped.length + past.length,
  };
}

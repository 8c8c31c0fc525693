import type { Meeting } from '../prep/records/meeting.ts';
import { db } from './db.ts';

/** The meetings that start within a span of time, in order. */
export function meetingsBetween(from: string, to: string): Promise<Meeting[]> {
  return db.meetings.where('start').between(from, to, true, false).sortBy('start');
}

/** The meetings of some days, whose hour may not be known. Days are `YYYY-MM-DD`, as the calendar shows them. */
export function meetingsOnDays(days: readonly string[]): Promise<Meeting[]> {
  return db.meetings.where('day').anyOf(days).toArray();
}

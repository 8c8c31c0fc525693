import type { Meeting } from '../prep/records/meeting.ts';
import { db, type MeetingRow } from './db.ts';
import { localDay, timeline, timelineRange } from './record.ts';

/** A meeting with the keys that find it. */
export function meetingRow(meeting: Meeting): MeetingRow {
  // Without a time it is on nobody's timeline: "last met" never guesses.
  return { ...meeting, timeline: meeting.start ? timeline(meeting.personIds, meeting.start) : [] };
}

/** The meeting of an event, if one is kept. */
export function meetingOfEvent(eventKey: string): Promise<Meeting | undefined> {
  return db.meetings.where('eventKey').equals(eventKey).first();
}

/** Where a meeting's notes stand in time: its start, or when it was first known of. */
export function timeOf(meeting: Meeting): string {
  return meeting.start ?? meeting.createdAt;
}

/** Begins the key of a meeting that no event stands for. */
export const NEXT_TIME = 'next-time ';

/** Whether an event's key stands for no event yet. */
export function isNextTime(eventKey: string | null): boolean {
  return eventKey?.startsWith(NEXT_TIME) ?? false;
}

/** Whatever began longer ago than this is over. */
const LONGEST_MS = 86_400_000;

/** The ids of the meetings that are not over, some of them twice: they have raised nothing yet. Most are told by an index alone. */
export async function meetingsAhead(now = new Date()): Promise<string[]> {
  const [at, today] = [now.toISOString(), localDay(now)];
  const since = new Date(now.getTime() - LONGEST_MS).toISOString();
  const [start, day] = [db.meetings.where('start'), db.meetings.where('day')];
  const [begun, todays, ...later] = await Promise.all([
    // Looked through here: a filter would have the database step from row to row.
    start.between(since, at, true, true).toArray(),
    day.equals(today).toArray(),
    start.above(at).primaryKeys(),
    day.above(today).primaryKeys(),
  ]);
  // Of one whose time is not known, the whole day.
  const going = [...begun, ...todays].filter((one) => (one.end ?? one.start ?? '~') > at);
  return [...going.map(({ id }) => id), ...later.flat()];
}

/** A person's meetings before an instant, newest first. */
export function meetingsBefore(personId: string, before: string, limit: number): Promise<Meeting[]> {
  const [lower, upper] = timelineRange(personId, before);
  return db.meetings.where('timeline').between(lower, upper, true, false).reverse().limit(limit).toArray();
}

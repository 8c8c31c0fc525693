import type { Account } from '../prep/calendar-event.ts';
import { emailKey } from '../prep/email-key.ts';
import { db, type MeetingRow } from './db.ts';
import { meetingsBetween } from './meetings.ts';

const DAY = 86_400_000;

/** What a page was seen to show, once it had come to rest. */
interface SeenView {
  account: Account;
  /** The days of which every event was drawn, YYYY-MM-DD in the calendar's zone. */
  days: readonly string[];
  /** The events drawn on them. */
  keys: readonly string[];
}

const calendarOf = (key: string) => emailKey(key.slice(key.indexOf(' ') + 1));

/**
 * Forgets meetings that were only ever seen on the page and are no longer where they were seen: on a day that
 * was read whole, on one of the calendars that the page shows, from `now`'s midnight on (what is past may have
 * taken place). A meeting that was prepared or logged, or that anything was written for, stays.
 * @returns how many were forgotten
 */
export async function forgetVanished({ account, days, keys }: SeenView, now = new Date()): Promise<number> {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  if (!first) return 0;
  const calendars = new Set(keys.map(calendarOf));
  if (account.email) calendars.add(emailKey(account.email));
  const there = new Set(keys);
  const wholeDays = new Set(days);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  // A day of another zone begins at most a day earlier or later than one in UTC.
  const from = Math.max(midnight, Date.parse(first) - DAY);
  const found = await meetingsBetween(
    new Date(from).toISOString(),
    new Date(Date.parse(last) + 2 * DAY).toISOString(),
  );
  return forget(
    found.filter(
      ({ eventKey, day }) =>
        eventKey !== null &&
        !there.has(eventKey) &&
        calendars.has(calendarOf(eventKey)) &&
        day !== null &&
        wholeDays.has(day),
    ),
  );
}

/** Forgets one event that was only seen, as when the user turns out to have declined it. */
export async function forgetSpotted(eventKey: string): Promise<number> {
  return forget(await db.meetings.where('eventKey').equals(eventKey).toArray());
}

type Candidate = Pick<MeetingRow, 'id' | 'source' | 'goal'>;

async function forget(meetings: readonly Candidate[]): Promise<number> {
  const seenOnly = meetings.filter(({ source, goal }) => source === 'spotted' && goal === null);
  if (seenOnly.length === 0) return 0;
  const ids = seenOnly.map(({ id }) => id);
  const tables = [db.meetings, db.notes, db.actionItems, db.askings, db.topics];
  return db.transaction('rw', tables, async () => {
    const rows = await Promise.all(
      [db.notes, db.actionItems, db.askings].map((table) => table.where('meetingId').anyOf(ids).toArray()),
    );
    const raised = await db.topics
      .filter(({ raisedIn }) => raisedIn.some((id) => ids.includes(id)))
      .toArray();
    const kept = new Set<string | null>([
      ...rows.flat().map(({ meetingId }) => meetingId),
      ...raised.flatMap(({ raisedIn }) => raisedIn),
    ]);
    const gone = ids.filter((id) => !kept.has(id));
    await db.meetings.bulkDelete(gone);
    return gone.length;
  });
}

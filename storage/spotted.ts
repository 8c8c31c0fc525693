import type { Account } from '../prep/calendar-event.ts';
import { emailKey } from '../prep/email-key.ts';
import { db, type MeetingRow } from './db.ts';
import { keepMeetings, type Seen } from './keep-meeting.ts';
import { localDay } from './record.ts';

/** The most meetings that are kept while some of them were only seen; nobody has as many peers' meetings in ten years. */
const MEETINGS_MAX = 20_000;

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
  if (days.length === 0) return 0;
  const calendars = new Set(keys.map(calendarOf));
  if (account.email) calendars.add(emailKey(account.email));
  const there = new Set(keys);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const isAhead = ({ start, day }: MeetingRow) =>
    start === null ? day !== null && day >= localDay(now) : Date.parse(start) >= midnight;
  return forget(
    (meeting) =>
      meeting.eventKey !== null &&
      !there.has(meeting.eventKey) &&
      calendars.has(calendarOf(meeting.eventKey)) &&
      isAhead(meeting),
    db.meetings.where('day').anyOf(days),
  );
}

/** How many of these events are kept as meetings with somebody. */
export function countKept(eventKeys: readonly string[]): Promise<number> {
  return db.meetings.where('eventKey').anyOf(eventKeys).count();
}

/** Forgets events that were only seen, as when the user turns out to have declined one, or it does not count. */
export async function forgetSpotted(...eventKeys: string[]): Promise<number> {
  if (eventKeys.length === 0) return 0;
  return forget(() => true, db.meetings.where('eventKey').anyOf(eventKeys));
}

/**
 * Keeps what one reading of the page has found, in one transaction, and not more than a disk should hold: beyond that
 * the oldest that were only ever seen go.
 */
export async function keepSpotted(
  all: readonly Seen[],
  now = new Date(),
  most = MEETINGS_MAX,
): Promise<void> {
  if (all.length === 0) return;
  await keepMeetings(all, now);
  const over = (await db.meetings.count()) - most;
  if (over <= 0) return;
  // Some more than need be, so that the next reading need not look again.
  await forget(() => true, db.meetings.toCollection(), over + Math.floor(most / 10));
}

/** Forgets, of some meetings, those that were only ever seen, the oldest first: all judged and deleted in one transaction. */
async function forget(
  wanted: (meeting: MeetingRow) => boolean,
  among: ReturnType<typeof db.meetings.toCollection>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const tables = [db.meetings, db.notes, db.actionItems, db.askings, db.topics];
  return db.transaction('rw', tables, async () => {
    const found = await among
      .filter((meeting) => meeting.source === 'spotted' && meeting.goal === null && wanted(meeting))
      .toArray();
    if (found.length === 0) return 0;
    const ids = new Set(found.map(({ id }) => id));
    const [rows, raised] = await Promise.all([
      Promise.all(
        [db.notes, db.actionItems, db.askings].map((table) =>
          table
            .where('meetingId')
            .anyOf([...ids])
            .toArray(),
        ),
      ),
      db.topics.filter(({ raisedIn }) => raisedIn.some((id) => ids.has(id))).toArray(),
    ]);
    const kept = new Set<string | null>([
      ...rows.flat().map(({ meetingId }) => meetingId),
      ...raised.flatMap(({ raisedIn }) => raisedIn),
    ]);
    const age = ({ start, day, createdAt }: MeetingRow) => start ?? day ?? createdAt;
    const gone = found
      .filter(({ id }) => !kept.has(id))
      .sort((a, b) => age(a).localeCompare(age(b)))
      .slice(0, most);
    await db.meetings.bulkDelete(gone.map(({ id }) => id));
    return gone.length;
  });
}

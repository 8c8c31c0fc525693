import type { CalendarEvent } from '../prep/calendar-event.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import { db } from './db.ts';
import { keepMeeting, keepTables, moveAlong } from './keep-meeting.ts';
import { meetingOfEvent, meetingRow, NEXT_TIME } from './meetings.ts';
import { localDay } from './record.ts';

/** As long as this after the last word about it, a meeting without a time is still the same one: a call may run past midnight. */
const SAME_MS = 24 * 3_600_000;

const tables = () => [...keepTables(), db.askings];

/**
 * The meeting that is prepared for whenever one next sees this person: the one that was begun, or, when that has
 * taken place and a day has passed, a new one. Two windows that ask at once get the same one.
 */
export function nextTime(personId: string, now = new Date()): Promise<Meeting> {
  return db.transaction('rw', tables(), async () => {
    for (const meeting of await openNextTimes(personId)) await settle(meeting, now);
    const [begun] = await openNextTimes(personId);
    if (begun) return begun;
    const today = nextTimeWith(personId, localDay(now));
    // A clock set back, or a journey west: the day's own is past already.
    const event = (await meetingOfEvent(today.key)) ? nextTimeWith(personId, now.toISOString()) : today;
    return keepMeeting(event, [personId], 'prepared', now);
  });
}

/** Lets the meetings without a time that took place a day ago or longer be past ones, so that "last met" knows of them. */
export async function settleNextTimes(now = new Date()): Promise<void> {
  if ((await openNextTimes()).length === 0) return;
  await db.transaction('rw', tables(), async () => {
    for (const meeting of await openNextTimes()) await settle(meeting, now);
  });
}

/**
 * Has taken place when something was said, asked or closed in it, and a day has passed: preparing on Monday for a call on
 * Thursday stays preparing. It then lies where it was first written of.
 */
async function settle(meeting: Meeting, now: Date): Promise<void> {
  const of = { meetingId: meeting.id };
  const [notes, askings] = await Promise.all([db.notes.where(of).toArray(), db.askings.where(of).toArray()]);
  const said = [
    ...notes.filter(({ kind, text }) => kind === 'said' && text.trim() !== ''),
    ...askings.filter(({ state }) => state === 'asked'),
  ];
  const begun = [...said.map(({ createdAt }) => createdAt), ...(meeting.closing ? [meeting.closing.at] : [])];
  const start = begun.sort()[0];
  if (start === undefined) return;
  const touched = [meeting, ...notes, ...said].map(({ updatedAt }) => updatedAt).sort();
  const last = touched.at(-1) ?? meeting.updatedAt;
  if (now.getTime() - Date.parse(last) < SAME_MS) return;
  const past: Meeting = { ...meeting, start, day: localDay(new Date(start)), updatedAt: now.toISOString() };
  await db.meetings.put(meetingRow(past));
  await moveAlong(meeting, past);
}

/**
 * Stands for "the next time I see this person", when no event of the calendar is known: without a time. `day`: when it
 * was begun to be prepared, YYYY-MM-DD (storage/next-time.ts).
 */
export function nextTimeWith(personId: string, day: string): CalendarEvent {
  const key = `${NEXT_TIME}${personId} ${day}`;
  return {
    key,
    seriesKey: `${NEXT_TIME}${personId}`,
    calendarId: '',
    title: '',
    day: null,
    start: null,
    end: null,
    guests: null,
    guestsComplete: false,
  };
}

/** The meetings that stand for no event, and have not taken place; of one person, or of everybody. */
async function openNextTimes(personId?: string): Promise<Meeting[]> {
  // Its key may name somebody who was joined with this person since.
  const found = db.meetings.where('eventKey').startsWith(NEXT_TIME);
  const all = await found.filter((meeting) => meeting.start === null).toArray();
  return personId === undefined ? all : all.filter((meeting) => meeting.personIds.includes(personId));
}

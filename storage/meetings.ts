import type { CalendarEvent } from '../prep/calendar-event.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Goal } from '../prep/records/question.ts';
import { db, type MeetingRow } from './db.ts';
import { newRecord, timeline, timelineRange } from './record.ts';

/** A meeting with the keys that find it. */
export function meetingRow(meeting: Meeting): MeetingRow {
  // Without a time it is on nobody's timeline: "last met" never guesses.
  return { ...meeting, timeline: meeting.start ? timeline(meeting.personIds, meeting.start) : [] };
}

/** The meeting of an event, if one is kept. */
export function meetingOfEvent(eventKey: string): Promise<Meeting | undefined> {
  return db.meetings.where('eventKey').equals(eventKey).first();
}

/**
 * Keeps the meeting of an event: made when it is new, else brought up to date with what the page now says
 * (a time once known is not forgotten). Idempotent.
 */
export async function keepMeeting(
  event: CalendarEvent,
  personIds: readonly string[],
  source: 'spotted' | 'prepared',
  now = new Date(),
): Promise<Meeting> {
  return db.transaction('rw', db.meetings, async () => {
    const old = await meetingOfEvent(event.key);
    const meeting: Meeting = {
      ...(old ?? { ...newRecord(now), ...ADDED.meetings, goal: null, sample: false }),
      eventKey: event.key,
      seriesKey: event.seriesKey,
      title: event.title,
      day: event.day ?? old?.day ?? null,
      start: event.start ?? old?.start ?? null,
      end: event.end ?? old?.end ?? null,
      personIds: [...personIds],
      source: old && old.source !== 'spotted' ? old.source : source,
    };
    if (old && same(old, meeting)) return old;
    const changed = { ...meeting, updatedAt: now.toISOString() };
    await db.meetings.put(meetingRow(changed));
    return changed;
  });
}

function same(a: Meeting, b: Meeting): boolean {
  return (
    a.title === b.title &&
    a.day === b.day &&
    a.start === b.start &&
    a.end === b.end &&
    a.source === b.source &&
    a.personIds.join() === b.personIds.join()
  );
}

const NEXT_TIME = 'next-time ';

/** Whether an event's key stands for no event yet. */
export function isNextTime(eventKey: string | null): boolean {
  return eventKey?.startsWith(NEXT_TIME) ?? false;
}

/** Stands for "the next time I see this person", when no event of the calendar is known: one for each person, without a time. */
export function nextTimeWith(personId: string): CalendarEvent {
  const key = `${NEXT_TIME}${personId}`;
  return {
    key,
    seriesKey: key,
    calendarId: '',
    title: '',
    day: null,
    start: null,
    end: null,
    guests: null,
    guestsComplete: false,
  };
}

/** The goal of one meeting; also remembered for each of its peers. */
export async function setMeetingGoal(meetingId: string, goal: Goal, now = new Date()): Promise<void> {
  const updatedAt = now.toISOString();
  await db.transaction('rw', db.meetings, db.people, async () => {
    const meeting = await db.meetings.get(meetingId);
    if (!meeting) return;
    await db.meetings.update(meetingId, { goal, updatedAt });
    for (const id of meeting.personIds) await db.people.update(id, { goal, updatedAt });
  });
}

/** A person's meetings before an instant, newest first. */
export function meetingsBefore(personId: string, before: string, limit: number): Promise<Meeting[]> {
  const [lower, upper] = timelineRange(personId, before);
  return db.meetings.where('timeline').between(lower, upper, true, false).reverse().limit(limit).toArray();
}

/** The meetings that start within a span of time, in order. */
export function meetingsBetween(from: string, to: string): Promise<Meeting[]> {
  return db.meetings.where('start').between(from, to, true, false).sortBy('start');
}

import type { CalendarEvent } from '../prep/calendar-event.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Goal } from '../prep/records/question.ts';
import { db, type MeetingRow } from './db.ts';
import { noteRow, notesOfMeeting } from './notes.ts';
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

/** An event and whom it is with, as it was just read. */
export interface Seen {
  event: CalendarEvent;
  personIds: readonly string[];
}

/**
 * Keeps the meeting of an event: made when it is new, else brought up to date with what the page now says. A time that
 * was known is forgotten only for a new day; the meeting's notes go where it goes. Idempotent.
 */
export async function keepMeeting(
  event: CalendarEvent,
  personIds: readonly string[],
  source: 'spotted' | 'prepared',
  now = new Date(),
): Promise<Meeting> {
  return db.transaction('rw', db.meetings, db.notes, db.series, async () => {
    const old = await meetingOfEvent(event.key);
    return keep({ event, personIds }, old, source, now);
  });
}

/** The same for many that were spotted, in one transaction. */
export async function keepMeetings(all: readonly Seen[], now = new Date()): Promise<void> {
  // Seen twice in one reading: what was read last holds.
  const seen = [...new Map(all.map((one) => [one.event.key, one])).values()];
  const keys = seen.map(({ event }) => event.key);
  await db.transaction('rw', db.meetings, db.notes, db.series, async () => {
    const kept = await db.meetings.where('eventKey').anyOf(keys).toArray();
    const old = new Map(kept.map((meeting) => [meeting.eventKey, meeting]));
    for (const one of seen) await keep(one, old.get(one.event.key), 'spotted', now);
  });
}

async function keep(
  { event, personIds }: Seen,
  old: Meeting | undefined,
  source: Meeting['source'],
  now: Date,
) {
  const meeting: Meeting = {
    ...(old ?? { ...newRecord(now), ...ADDED.meetings, goal: null, sample: false }),
    eventKey: event.key,
    seriesKey: event.seriesKey,
    title: event.title,
    ...timesOf(event, old),
    personIds: old ? await peopleOf(event, personIds, old) : [...personIds],
    source: old && old.source !== 'spotted' ? old.source : source,
  };
  if (old && same(old, meeting)) return old;
  const changed = { ...meeting, updatedAt: now.toISOString() };
  await db.meetings.put(meetingRow(changed));
  if (old) await moveNotes(old, changed);
  return changed;
}

/** What is not shown now stays as it was known; the hours of another day, or of another start, are not this one's. */
function timesOf(event: CalendarEvent, old: Meeting | undefined): Pick<Meeting, 'day' | 'start' | 'end'> {
  const day = event.day ?? old?.day ?? null;
  const start = event.start ?? (old && (old.day ?? day) === day ? old.start : null);
  const end = event.end ?? (old && old.start === start ? old.end : null);
  return { day, start, end };
}

/**
 * Whom a kept meeting is with, by a new reading. Nobody is lost because a guest list was shown in part or not at all:
 * only a whole list, the user's own answer and a new title take somebody away, and a meeting that nobody prepared
 * follows what is seen.
 */
async function peopleOf(event: CalendarEvent, personIds: readonly string[], old: Meeting): Promise<string[]> {
  if (old.personIds.every((id) => personIds.includes(id)) || event.guestsComplete) return [...personIds];
  if (event.guests === null) {
    if (old.source === 'spotted' || event.title !== old.title) return [...personIds];
    const learnt = await db.series.where('seriesKey').equals(event.seriesKey).first();
    if (learnt?.learntFrom === 'chosen') return [...personIds];
  }
  return [...new Set([...old.personIds, ...personIds])];
}

/** A meeting's notes stand in the history of its people, at its time. */
async function moveNotes(old: Meeting, meeting: Meeting): Promise<void> {
  if (old.start === meeting.start && old.personIds.join() === meeting.personIds.join()) return;
  const notes = await notesOfMeeting(meeting.id);
  const { personIds, updatedAt } = meeting;
  await db.notes.bulkPut(
    notes.map((note) => noteRow({ ...note, personIds, at: timeOf(meeting), updatedAt })),
  );
}

/** Where a meeting's notes stand in time: its start, or when it was first known of. */
export function timeOf(meeting: Meeting): string {
  return meeting.start ?? meeting.createdAt;
}

function same(a: Meeting, b: Meeting): boolean {
  const said = ({ seriesKey, title, day, start, end, source, personIds }: Meeting) =>
    JSON.stringify([seriesKey, title, day, start, end, source, personIds]);
  return said(a) === said(b);
}

const NEXT_TIME = 'next-time ';

/** Whether an event's key stands for no event yet. */
export function isNextTime(eventKey: string | null): boolean {
  return eventKey?.startsWith(NEXT_TIME) ?? false;
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
export async function openNextTimes(personId?: string): Promise<Meeting[]> {
  const found = db.meetings.where('eventKey').startsWith(`${NEXT_TIME}${personId ?? ''}`);
  const all = await found.filter((meeting) => meeting.start === null).toArray();
  return personId === undefined ? all : all.filter((meeting) => meeting.personIds.includes(personId));
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

/** The meetings of some days, whose hour may not be known. Days are `YYYY-MM-DD`, as the calendar shows them. */
export function meetingsOnDays(days: readonly string[]): Promise<Meeting[]> {
  return db.meetings.where('day').anyOf(days).toArray();
}

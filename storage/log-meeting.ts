import { ADDED } from '../prep/records/added.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import { db } from './db.ts';
import { meetingRow } from './meetings.ts';
import { noteRow } from './notes.ts';
import { localDay, newRecord } from './record.ts';

/** Logs a meeting that was on no calendar, as of now: a walk, a call. Its close-out says where and when it was. */
export async function logMeeting(personIds: readonly string[], now = new Date()): Promise<Meeting> {
  const meeting: Meeting = {
    ...newRecord(now),
    ...ADDED.meetings,
    eventKey: null,
    seriesKey: null,
    title: '',
    day: localDay(now),
    start: now.toISOString(),
    end: null,
    personIds: [...personIds],
    goal: null,
    source: 'logged',
    sample: false,
  };
  await db.meetings.add(meetingRow(meeting));
  return meeting;
}

/** The day on which a meeting that was logged by hand took place; its time of day, and its notes, go along. */
export async function moveLogged(id: string, day: string, now = new Date()): Promise<void> {
  await db.transaction('rw', db.meetings, db.notes, async () => {
    const meeting = await db.meetings.get(id);
    if (meeting?.source !== 'logged' || meeting.start === null) return;
    const before = new Date(meeting.start);
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const start = new Date(before);
    start.setFullYear(year, month - 1, date);
    const at = start.toISOString();
    const updatedAt = now.toISOString();
    await db.meetings.put(meetingRow({ ...meeting, day, start: at, updatedAt }));
    const notes = await db.notes.where('meetingId').equals(id).toArray();
    await db.notes.bulkPut(notes.map((note) => noteRow({ ...note, at, updatedAt })));
  });
}

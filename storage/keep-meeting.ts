import type { CalendarEvent } from '../prep/calendar-event.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import { agendaOfMeeting, agendaRow } from './agendas.ts';
import { db } from './db.ts';
import { meetingOfEvent, meetingRow, timeOf } from './meetings.ts';
import { noteRow, notesOfMeeting } from './notes.ts';
import { newRecord } from './record.ts';

/** The tables that keeping a meeting reads and writes. */
export const keepTables = () => [db.meetings, db.notes, db.series, db.agendas];

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
  return db.transaction('rw', keepTables(), async () => {
    const old = await meetingOfEvent(event.key);
    return keep({ event, personIds }, old, source, now);
  });
}

/** The same for many that were spotted, in one transaction. */
export async function keepMeetings(all: readonly Seen[], now = new Date()): Promise<void> {
  // Seen twice in one reading: what was read last holds.
  const seen = [...new Map(all.map((one) => [one.event.key, one])).values()];
  const keys = seen.map(({ event }) => event.key);
  await db.transaction('rw', keepTables(), async () => {
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
  if (old) await moveAlong(old, changed);
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

/** What stands in the history of a meeting's people, at its time: its notes, and the agenda that it is the last meeting of. */
export async function moveAlong(old: Meeting, meeting: Meeting): Promise<void> {
  if (old.start === meeting.start && old.personIds.join() === meeting.personIds.join()) return;
  const notes = await notesOfMeeting(meeting.id);
  const agenda = await agendaOfMeeting(meeting.id);
  const { personIds, updatedAt } = meeting;
  const at = timeOf(meeting);
  await db.notes.bulkPut(notes.map((note) => noteRow({ ...note, personIds, at, updatedAt })));
  if (agenda?.meetingIds.at(-1) === meeting.id)
    await db.agendas.put(agendaRow({ ...agenda, personIds, at, updatedAt }));
}

function same(a: Meeting, b: Meeting): boolean {
  const said = ({ seriesKey, title, day, start, end, source, personIds }: Meeting) =>
    JSON.stringify([seriesKey, title, day, start, end, source, personIds]);
  return said(a) === said(b);
}

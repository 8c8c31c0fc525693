import { cadenceAt } from '../prep/cadence.ts';
import type { CalendarEvent } from '../prep/calendar-event.ts';
import type { ActionItem } from '../prep/records/action-item.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import type { Cadence, Person } from '../prep/records/person.ts';
import type { Topic } from '../prep/records/topic.ts';
import { db } from './db.ts';
import { meetingOfEvent, meetingsAhead, meetingsBefore } from './meetings.ts';
import { notesBefore, notesOfMeeting } from './notes.ts';
import { openFor } from './open-for.ts';
import { localDay } from './record.ts';
import { lastShownFacts, type ShownFacts } from './shown-facts.ts';

/** The most of each that a brief reads for one peer; there is more on the person's own page. */
const MEETINGS_READ = 12;
const NOTES_READ = 20;
const CHANGES_READ = 50;
/** What a brief is about: an event of the calendar, or a meeting that is already kept. */
export type BriefTarget =
  | { kind: 'event'; event: CalendarEvent; personIds: readonly string[] }
  | { kind: 'meeting'; meetingId: string };

/** Everything about one peer that a brief may show. */
export interface PeerBrief {
  person: Person;
  /** That the meeting is judged by: of a past one, as it was on its day. */
  cadence: Cadence | null;
  /** Past meetings, newest first, with a known start. */
  past: Meeting[];
  /** Notes before this meeting, newest first. */
  notes: Note[];
  facts: Fact[];
  /** The facts that a brief showed last, and in which meeting. */
  shownFacts: ShownFacts | undefined;
}

export interface BriefData {
  /** undefined until the meeting is kept for the first time. */
  meeting: Meeting | undefined;
  title: string;
  start: string | null;
  end: string | null;
  day: string | null;
  peers: PeerBrief[];
  /** The notes of this meeting. */
  notes: Note[];
  /** Open with any of the peers. */
  items: ActionItem[];
  topics: Topic[];
  /** The ids of the meetings that are not over. */
  ahead: string[];
}

/**
 * Reads a brief in one transaction, by index alone: the same work for a hundred notes as for fifty thousand. What its
 * questions are chosen from is read beside it (brief-questions.ts).
 * @returns undefined when the meeting or all of its people are gone
 */
export function readBrief(target: BriefTarget, now = new Date()): Promise<BriefData | undefined> {
  const { people, meetings, notes, facts, actionItems, topics, meta, cadenceChanges } = db;
  const tables = [people, meetings, notes, facts, actionItems, topics, meta, cadenceChanges];
  return db.transaction('r', tables, () => readParts(target, now));
}

/** The parts of a brief, within its transaction. */
async function readParts(target: BriefTarget, now: Date): Promise<BriefData | undefined> {
  const meeting = await (target.kind === 'event'
    ? meetingOfEvent(target.event.key)
    : db.meetings.get(target.meetingId));
  // Once it is kept, the meeting knows best: it has what all windows have read.
  const seen = meeting ?? (target.kind === 'event' ? target.event : undefined);
  if (!seen) return undefined;
  const { title, start, end, day } = seen;
  const ids = [...(meeting ?? (target.kind === 'event' ? target : { personIds: [] })).personIds];
  const [people, peers, notes, items, topics, ahead] = await Promise.all([
    db.people.bulkGet(ids),
    Promise.all(ids.map((id) => readPeer(id, start, now, meeting?.id))),
    meeting ? notesOfMeeting(meeting.id) : [],
    openFor(db.actionItems, ids),
    openFor(db.topics, ids),
    meetingsAhead(now),
  ]);
  const known = peers.flatMap(({ changes, ...peer }, index) => {
    const person = people[index];
    if (!person) return [];
    return { person, cadence: cadenceAt(person.cadence, changes, start ?? '', meeting?.id), ...peer };
  });
  if (known.length === 0) return undefined;
  return { meeting, title, start, end, day, peers: known, notes, items, topics, ahead };
}

/**
 * Reads the brief of a target; of an event whose meeting is not kept yet, or not as the page shows it, keeps that first:
 * what is written belongs to it. One that was only spotted is shown as it is, and becomes prepared once it is on the screen.
 */
export async function readPreparedBrief(target: BriefTarget): Promise<BriefData | undefined> {
  const data = await readBrief(target);
  if (target.kind !== 'event' || (data?.meeting && isUpToDate(data.meeting, target))) return data;
  const meeting = await prepareMeeting(target);
  if (!meeting || !data) return meeting && readBrief(target);
  return data.meeting ? readBrief(target) : { ...data, meeting };
}

function isUpToDate(meeting: Meeting, { event, personIds }: BriefTarget & { kind: 'event' }): boolean {
  return (
    (event.start ?? meeting.start) === meeting.start &&
    (event.day ?? meeting.day) === meeting.day &&
    personIds.every((id) => meeting.personIds.includes(id))
  );
}

/**
 * Keeps the meeting of a target as prepared and as the page shows it now: from then on notes and promises belong to it.
 * @returns undefined when nobody in it is known any more, or there is no event
 */
export async function prepareMeeting(target: BriefTarget): Promise<Meeting | undefined> {
  if (target.kind !== 'event') return undefined;
  const { event, personIds } = target;
  // Most briefs are of a meeting that is kept already: what keeps one is not waited for by their first content.
  const { keepMeeting, keepTables } = await import('./keep-meeting.ts');
  return db.transaction('rw', [db.people, ...keepTables()], async () => {
    const people = await db.people.bulkGet([...personIds]);
    return people.some((person) => person) ? keepMeeting(event, personIds, 'prepared') : undefined;
  });
}

async function readPeer(personId: string, start: string | null, now: Date, ownMeeting: string | undefined) {
  const at = now.toISOString();
  const begun = start !== null && start < at;
  const [past, notes, facts, shownFacts, changes] = await Promise.all([
    // Nobody was met at what has not begun.
    meetingsBefore(personId, begun ? start : at, MEETINGS_READ),
    notesFor(personId, start, now),
    db.facts.where('personId').equals(personId).toArray(),
    lastShownFacts(personId),
    begun
      ? db.cadenceChanges
          .where('[personId+at]')
          .between([personId, ''], [personId, '\uffff'])
          .reverse()
          .limit(CHANGES_READ)
          .toArray()
      : [],
  ]);
  return {
    past: past.filter((meeting) => meeting.id !== ownMeeting),
    notes: notes.filter((note) => !ownMeeting || note.meetingId !== ownMeeting),
    facts,
    shownFacts,
    changes,
  };
}

/**
 * The notes that lead to a meeting: those before its start; with a meeting that is not over since yesterday or longer,
 * what was thought of since as well, so that what is caught during it is seen.
 */
function notesFor(personId: string, start: string | null, now: Date): Promise<Note[]> {
  const over = start !== null && localDay(new Date(start)) < localDay(now);
  return notesBefore(personId, start ?? now.toISOString(), NOTES_READ, { thoughtsSince: !over });
}

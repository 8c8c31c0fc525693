import type { CalendarReading } from '../../prep/formats/file-meeting.ts';
import { type MeetingsPlan, planMeetings } from '../../prep/formats/meeting-plan.ts';
import { ADDED } from '../../prep/records/added.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Settings } from '../../prep/records/settings.ts';
import { db } from '../db.ts';
import { meetingRow } from '../meetings.ts';
import { newRecord } from '../record.ts';
import type { Undo } from '../remove.ts';
import { readSettings } from '../settings.ts';
import { takeSnapshot } from '../snapshots.ts';

type Read = Pick<CalendarReading, 'meetings' | 'calendar'>;

/** What taking over the meetings of a file would do at this moment; writes nothing. `largest`: people in one, the user included. */
export async function previewMeetings(reading: Read, largest: number): Promise<MeetingsPlan> {
  return plan(reading, largest, await readSettings());
}

async function plan(
  { meetings, calendar }: Read,
  largestMeeting: number,
  { ownEmails, ownName, ignoredWords }: Settings,
): Promise<MeetingsPlan> {
  const [people, known] = await Promise.all([db.people.toArray(), knownNear(meetings)]);
  const own = { emails: ownEmails, name: ownName };
  return planMeetings({ meetings, calendar, people, own, known, counting: { largestMeeting, ignoredWords } });
}

/** The meetings that are here around those of a file, with or without an hour. */
async function knownNear(meetings: Read['meetings']): Promise<Meeting[]> {
  const days = meetings.map(({ day }) => day).sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  return db.meetings.where('day').between(dayBefore(first), `${last}\uffff`).toArray();
}

/** A day earlier: a meeting of the page has its day in the calendar's zone. */
function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Takes a snapshot, then the meetings of a file with people who are here, in one transaction. @returns how many, and the way back */
export async function importMeetings(
  reading: Read,
  largest: number,
  now = new Date(),
): Promise<{ added: number; undo: Undo }> {
  await takeSnapshot('import', now);
  const settings = await readSettings();
  const added = await db.transaction('rw', db.meetings, db.people, async () => {
    const { meetings } = await plan(reading, largest, settings);
    const fresh = meetings.filter(({ here }) => !here);
    const rows = fresh.map(({ meeting, personIds, eventKey, seriesKey }): Meeting => {
      const { title, day, start, end } = meeting;
      return {
        ...newRecord(now),
        ...ADDED.meetings,
        eventKey,
        seriesKey,
        title,
        day,
        start,
        end,
        personIds,
        goal: null,
        source: 'spotted',
        sample: false,
      };
    });
    await db.meetings.bulkAdd(rows.map(meetingRow));
    return rows;
  });
  return { added: added.length, undo: () => takeBack(added) };
}

/** Takes the meetings away again, but for those that were prepared since, or that anything was written for. */
async function takeBack(added: readonly Meeting[]): Promise<void> {
  const ids = added.map(({ id }) => id);
  const tables = [db.meetings, db.notes, db.actionItems, db.askings, db.decisions, db.topics];
  await db.transaction('rw', tables, async () => {
    const now = (await db.meetings.bulkGet(ids)).filter((row) => row !== undefined);
    const written = new Set<string | null>();
    for (const table of [db.notes, db.actionItems, db.askings, db.decisions]) {
      for (const { meetingId } of await table.where('meetingId').anyOf(ids).toArray()) written.add(meetingId);
    }
    const all = new Set(ids);
    await db.topics.each(({ raisedIn }) => {
      for (const id of raisedIn) if (all.has(id)) written.add(id);
    });
    const gone = now.filter(
      ({ id, source, goal }) => source === 'spotted' && goal === null && !written.has(id),
    );
    await db.meetings.bulkDelete(gone.map(({ id }) => id));
  });
}

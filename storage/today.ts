import type { ActionItem } from '../prep/records/action-item.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Person } from '../prep/records/person.ts';
import { actionItemsDueBy } from './action-items.ts';
import { db } from './db.ts';
import { meetingsBefore } from './meetings.ts';
import { meetingsBetween, meetingsOnDays } from './meetings-between.ts';
import { localDay } from './record.ts';

/** How far ahead a promise counts as due soon. */
const DUE_SOON_DAYS = 3;

export interface TodayData {
  /** Everybody who is not archived. */
  people: Person[];
  /** The day's meetings with peers, in order; those whose hour is not known last. */
  meetings: (Meeting & { openItems: number; lateItems: number; openTopics: number })[];
  /** People with a cadence, and the day they were last met. */
  met: { person: Person; lastMet: string | null }[];
  /** Open promises that are late or due within three days, soonest first. */
  due: ActionItem[];
}

/** Reads what Today shows, in one transaction. */
export function readToday(now = new Date()): Promise<TodayData> {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const soon = new Date(now.getFullYear(), now.getMonth(), now.getDate() + DUE_SOON_DAYS);
  const today = localDay(now);
  return db.transaction('r', db.people, db.meetings, db.actionItems, db.topics, async () => {
    const [everybody, timed, ofDay, due] = await Promise.all([
      db.people.toArray(),
      meetingsBetween(from.toISOString(), to.toISOString()),
      meetingsOnDays([today]),
      actionItemsDueBy(localDay(soon)),
    ]);
    const meetings = [...timed, ...ofDay.filter(({ start }) => start === null).sort(byTitle)];
    const people = everybody.filter((person) => !person.archivedAt);
    const active = new Set(people.map((person) => person.id));
    const shown = meetings.filter((meeting) => meeting.personIds.some((id) => active.has(id)));
    const [counted, met] = await Promise.all([
      Promise.all(
        shown.map(async (meeting) => ({ ...meeting, ...(await counts(meeting.personIds, today)) })),
      ),
      Promise.all(
        people.filter(({ cadence, rampFrom }) => cadence || rampFrom).map((person) => lastMet(person, now)),
      ),
    ]);
    // What was promised with nobody but archived people rests with them.
    const theirs = due.filter((item) => item.personIds.some((id) => active.has(id)));
    return { people, meetings: counted, met, due: theirs };
  });
}

function byTitle(a: Meeting, b: Meeting): number {
  return a.title.localeCompare(b.title) || a.id.localeCompare(b.id);
}

async function counts(personIds: readonly string[], today: string) {
  const [items, openTopics] = await Promise.all([
    db.actionItems.where('openFor').anyOf(personIds).distinct().toArray(),
    db.topics.where('openFor').anyOf(personIds).distinct().count(),
  ]);
  const late = items.filter((item) => item.due !== null && item.due < today);
  return { openItems: items.length, lateItems: late.length, openTopics };
}

async function lastMet(person: Person, now: Date) {
  const [last] = await meetingsBefore(person.id, now.toISOString(), 1);
  return { person, lastMet: last?.start ? localDay(new Date(last.start)) : null };
}

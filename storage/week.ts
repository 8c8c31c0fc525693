import type { Meeting } from '../prep/records/meeting.ts';
import { db } from './db.ts';
import { meetingsBetween, meetingsOnDays } from './meetings-between.ts';
import { localDay } from './record.ts';

/** Today and the six days after it. */
const DAYS = 7;

/** A meeting of a day to come, YYYY-MM-DD, and the names of the peers in it. */
export interface WeekMeeting {
  meeting: Meeting;
  day: string;
  names: string[];
}

/** The meetings with peers from tomorrow on, for the rest of seven days, in order; of a day those without an hour last. */
export async function readWeek(now = new Date()): Promise<WeekMeeting[]> {
  const dayAt = (ahead: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead);
  const days = Array.from({ length: DAYS - 1 }, (_, index) => localDay(dayAt(index + 1)));
  return db.transaction('r', db.people, db.meetings, async () => {
    const [timed, ofDays, people] = await Promise.all([
      meetingsBetween(dayAt(1).toISOString(), dayAt(DAYS).toISOString()),
      meetingsOnDays(days),
      db.people.toArray(),
    ]);
    const names = new Map(people.flatMap(({ id, name, archivedAt }) => (archivedAt ? [] : [[id, name]])));
    return [...timed, ...ofDays.filter(({ start }) => start === null)]
      .map((meeting) => ({
        meeting,
        day: meeting.start ? localDay(new Date(meeting.start)) : (meeting.day ?? ''),
        names: meeting.personIds.flatMap((id) => names.get(id) ?? []),
      }))
      .filter((one) => one.names.length > 0)
      .sort(inOrder);
  });
}

function inOrder(a: WeekMeeting, b: WeekMeeting): number {
  const at = ({ meeting: { start, title } }: WeekMeeting) => (start ? `0${start}` : `1${title}`);
  return a.day.localeCompare(b.day) || at(a).localeCompare(at(b));
}

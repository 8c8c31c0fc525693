import { readCurrentEvent } from './current-event.ts';
import { meetingsBetween } from './meetings-between.ts';
import { localDay } from './record.ts';

/** No meeting of people lasts longer; bounds how far back one that goes on now may have begun. */
const LONGEST_MS = 12 * 3_600_000;

/**
 * Whom a thought is about, most likely: the peers of the event open on the calendar in this window, else of the
 * meeting going on now, else nobody. An event opened on an earlier day was left open.
 */
export async function guessPeople(windowId: number, now = new Date()): Promise<string[]> {
  const current = await readCurrentEvent(windowId);
  if (current?.open && localDay(new Date(current.at)) === localDay(now)) return current.personIds;
  const from = new Date(now.getTime() - LONGEST_MS).toISOString();
  const until = new Date(now.getTime() + 1).toISOString();
  const on = (await meetingsBetween(from, until)).filter(
    (meeting) => meeting.end !== null && meeting.end > now.toISOString(),
  );
  return [...new Set(on.flatMap((meeting) => meeting.personIds))];
}

import { blocksIn, type CalendarBlock, type CalendarHead } from '../../prep/formats/calendar-blocks.ts';
import type { CalendarReading } from '../../prep/formats/file-meeting.ts';
import { EVENTS_MAX, WINDOW_DAYS } from '../../prep/formats/limits.ts';
import { dayText, wallAt } from '../../prep/formats/wall-time.ts';
import { pageText } from '../../prep/page-text.ts';
import { FileRefused } from './faults.ts';
import { type FileEvent, readEvent } from './file-event.ts';
import { occurrences } from './occurrences.ts';
import { type Pace, unhurried } from './pace.ts';
import { readText } from './read-text.ts';
import { fileBudget } from './repeats.ts';
import { namedZone, Zones } from './zones.ts';

const DAY_MS = 86_400_000;

export interface CalendarOptions {
  now?: Date;
  pace?: Pace;
  /** The user's zone, by its name in the time zone database. */
  zone?: string;
}

/** Reads the meetings of the last and the next 60 days from a calendar file. @throws FileRefused */
export async function readCalendar(file: Blob, options: CalendarOptions = {}): Promise<CalendarReading> {
  return readCalendarText(await readText(file), options);
}

/** Reads the meetings of the last and the next 60 days from the text of a calendar file. @throws FileRefused */
export async function readCalendarText(
  text: string,
  options: CalendarOptions = {},
): Promise<CalendarReading> {
  const { now = new Date(), pace = unhurried } = options;
  const { zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  if (!/^[ \t]*BEGIN:VCALENDAR/im.test(text)) throw new FileRefused({ kind: 'not-calendar' });
  const { default: ical } = await import('ical.js');
  const window = [now.getTime() - WINDOW_DAYS * DAY_MS, now.getTime() + WINDOW_DAYS * DAY_MS] as const;
  const head: CalendarHead = { method: '', name: '' };
  const zones = new Zones(ical, namedZone(zone));
  const reading: CalendarReading = {
    meetings: [],
    calendar: '',
    unread: [],
    cancelled: 0,
    outside: 0,
    cut: 0,
    strangeZones: 0,
  };
  const blocks: CalendarBlock[] = [];
  for (const block of blocksIn(text, head)) {
    await pace(block.at);
    if (block.kind === 'zone') zones.define(block.text);
    else if (!block.whole) reading.unread.push(block.at);
    else if (isOutside(block, window)) reading.outside += 1;
    else blocks.push(block);
    if (blocks.length > EVENTS_MAX) throw new FileRefused({ kind: 'too-many', most: EVENTS_MAX });
  }
  const none = blocks.length + reading.unread.length + reading.outside === 0;
  if (none) throw new FileRefused({ kind: 'no-events' });
  reading.calendar = pageText(head.name, 200);

  const byUid = new Map<string, FileEvent[]>();
  for (const block of blocks) {
    await pace(block.at);
    try {
      const event = readEvent(ical, block.text, block.at, zones);
      if (head.method === 'CANCEL') event.cancelled = true;
      const versions = byUid.get(event.uid);
      if (versions) versions.push(event);
      else byUid.set(event.uid, [event]);
    } catch (error) {
      // The library throws errors of its own kinds for what it cannot read.
      if (!(error instanceof Error)) throw error;
      reading.unread.push(block.at);
    }
  }
  const budget = fileBudget();
  for (const versions of byUid.values()) {
    await pace(versions[0]?.at ?? 0);
    try {
      const found = occurrences(ical, versions, window, budget);
      reading.cancelled += found.cancelled;
      reading.cut += Number(found.cut);
      if (found.meetings.length + found.cancelled === 0 && !found.cut) reading.outside += 1;
      else reading.strangeZones += Number(versions.some(({ strangeZone }) => strangeZone));
      for (const meeting of found.meetings) {
        reading.meetings.push({
          ...meeting,
          day: meeting.start ? dayText(wallAt(Date.parse(meeting.start), zone)) : meeting.day,
        });
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      reading.unread.push(versions[0]?.at ?? 0);
    }
  }
  reading.unread.sort((a, b) => a - b);
  reading.meetings.sort((a, b) => (a.start ?? a.day).localeCompare(b.start ?? b.day));
  return reading;
}

/** Whether an event that happens once is surely outside: by two days more, as its zone is not looked at yet. */
function isOutside({ onlyDay }: CalendarBlock, [from, to]: readonly [number, number]): boolean {
  if (!onlyDay) return false;
  const at = Date.parse(`${onlyDay.slice(0, 4)}-${onlyDay.slice(4, 6)}-${onlyDay.slice(6)}`);
  return at < from - 2 * DAY_MS || at > to + 2 * DAY_MS;
}

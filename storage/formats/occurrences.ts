import type ICAL from 'ical.js';
import type { FileMeeting } from '../../prep/formats/file-meeting.ts';
import { dayText, wallAt, wallMs } from '../../prep/formats/wall-time.ts';
import type { FileEvent, FileTime } from './file-event.ts';
import { type Budget, fileBudget, repeats } from './repeats.ts';

const DAY_MS = 86_400_000;

/** Of one UID: when it happens within the days that are looked at. */
export interface Occurring {
  meetings: FileMeeting[];
  cancelled: number;
  /** Its rule comes too often or leads nowhere: only its first time counts. */
  cut: boolean;
}

/**
 * The occurrences of an event and its exceptions that begin within `[from, to)`, in milliseconds. An exception takes the
 * place of the occurrence it names, wherever it was moved to; an exception whose series is not in the file stands for itself.
 */
export function occurrences(
  ical: typeof ICAL,
  versions: readonly FileEvent[],
  [from, to]: readonly [number, number],
  budget = fileBudget(),
): Occurring {
  const found: Occurring = { meetings: [], cancelled: 0, cut: false };
  const master = latest(versions.filter(({ instead }) => !instead));
  const exceptions = new Map<number, FileEvent>();
  for (const event of versions) {
    if (!event.instead) continue;
    const key = keyOf(event.instead, master);
    const other = exceptions.get(key);
    if (!other || other.sequence <= event.sequence) exceptions.set(key, event);
  }
  const add = (event: FileEvent, at: number, instance: string | null) => {
    if (at < from || at >= to) return;
    if (event.cancelled) found.cancelled += 1;
    else found.meetings.push(meeting(event, at, instance));
  };
  for (const event of exceptions.values()) {
    if (event.instead) add(event, instantAt(event.start), instanceOf(event.instead));
  }
  if (!master) return found;
  const gone = new Set(master.except.map((time) => keyOf(time, master)));
  const { times, cut } = timesOf(ical, master, [from, to], budget);
  found.cut = cut;
  const repeated = master.rules.length + master.more.length > 0 || exceptions.size > 0;
  for (const time of times) {
    const key = keyOf(time, master);
    if (gone.has(key) || exceptions.has(key)) continue;
    gone.add(key);
    add(master, instantAt(time), repeated ? instanceOf(time) : null);
  }
  return found;
}

/** The version that counts: the highest sequence, the last of equals. */
function latest(versions: readonly FileEvent[]): FileEvent | undefined {
  return versions.reduce<FileEvent | undefined>(
    (best, one) => (best && best.sequence > one.sequence ? best : one),
    undefined,
  );
}

const instantAt = ({ wall, zone }: FileTime) => zone.instant(wall);

/** What tells an occurrence from the others: its instant, or its day where either side gives the day alone. */
function keyOf(time: FileTime, master: FileEvent | undefined): number {
  if (!master || time.allDay === master.start.allDay)
    return time.allDay ? wallMs(time.wall) : instantAt(time);
  if (!time.allDay) return Math.floor(wallMs(master.start.zone.wall(instantAt(time))) / DAY_MS) * DAY_MS;
  const { hour, minute, second } = master.start.wall;
  return master.start.zone.instant({ ...time.wall, hour, minute, second });
}

function timesOf(ical: typeof ICAL, event: FileEvent, [from, to]: readonly [number, number], budget: Budget) {
  const { start } = event;
  const times: FileTime[] = [start, ...event.more];
  let cut = false;
  // On the wall as if in UTC: a day and more wider than the instants can differ from it.
  const wide = [from - 2 * DAY_MS, to + 2 * DAY_MS] as const;
  for (const rule of event.rules) {
    const walls = repeats(ical, rule, start.wall, wide, budget);
    cut ||= walls === undefined;
    times.push(...(walls ?? []).map((ms) => ({ ...start, wall: wallAt(ms, 'UTC') })));
  }
  return { times, cut };
}

/** `20261119T140000Z`, or `20261119` for a whole day: how Google names an occurrence. */
function instanceOf(time: FileTime): string {
  const iso = new Date(time.allDay ? wallMs(time.wall) : instantAt(time)).toISOString();
  const text = iso.replace(/[-:]|\.\d+/g, '');
  return time.allDay ? text.slice(0, 8) : text;
}

function meeting(event: FileEvent, at: number, instance: string | null): FileMeeting {
  const { uid, title, guests, start } = event;
  const iso = (ms: number) => new Date(ms).toISOString();
  const own = start.zone;
  return {
    uid,
    instance,
    title,
    day: start.allDay ? dayText(own.wall(at)) : '',
    start: start.allDay ? null : iso(at),
    end: start.allDay ? null : iso(at + event.length),
    guests,
  };
}

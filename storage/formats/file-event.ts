import type ICAL from 'ical.js';
import { readAddress } from '../../prep/address.ts';
import type { FileGuest } from '../../prep/formats/file-meeting.ts';
import { type WallTime, wallAt, wallMs } from '../../prep/formats/wall-time.ts';
import { GUESTS_MAX, TITLE_MAX } from '../../prep/page-bounds.ts';
import { pageText } from '../../prep/page-text.ts';
import type { RuleInput } from './repeats.ts';
import type { Zone, Zones } from './zones.ts';

type Library = typeof ICAL;
type Property = InstanceType<Library['Property']>;
type Time = InstanceType<Library['Time']>;

/** When something is: what the clocks show, and where they hang. A whole day is its midnight. */
export interface FileTime {
  wall: WallTime;
  zone: Zone;
  allDay: boolean;
}

/** One event of a file as the library reads it: the first of a series, or an exception to one. */
export interface FileEvent {
  uid: string;
  /** Where it begins in the file, from 1. */
  at: number;
  sequence: number;
  cancelled: boolean;
  title: string;
  start: FileTime;
  /** How long it takes, in milliseconds. */
  length: number;
  rules: RuleInput[];
  more: FileTime[];
  except: FileTime[];
  /** The occurrence that this one stands in for. */
  instead: FileTime | undefined;
  guests: FileGuest[];
  /** Its zone is not known. */
  strangeZone: boolean;
}

const DAY_MS = 86_400_000;
/** No meeting takes longer than a month, and no date of a file that counts is further off. */
const LENGTH_MAX = 31 * DAY_MS;

/** Reads one event. @throws when it has no start, or one that is none */
export function readEvent(ical: Library, text: string, at: number, zones: Zones): FileEvent {
  const [component] = new ical.Component(ical.parse(text) as unknown[]).getAllSubcomponents('vevent');
  if (!component) throw new Error('no event');
  const event: FileEvent = { ...EMPTY, at, start: none(zones), rules: [], more: [], except: [], guests: [] };
  const time = (value: Time, property: Property): FileTime => {
    const zone = zoneOf(value, property, zones);
    event.strangeZone ||= zone === undefined;
    return { wall: wallOf(value), zone: zone ?? zones.floating, allDay: value.isDate };
  };
  const first = (name: string) => component.getFirstProperty(name);
  const texts = (name: string) => String(first(name)?.getFirstValue() ?? '');
  const started = first('dtstart');
  if (!started) throw new Error('no start');
  event.start = time(started.getFirstValue() as Time, started);
  event.uid = pageText(texts('uid'), 1_000) || `line-${at}`;
  event.sequence = Number(texts('sequence')) || 0;
  event.cancelled = texts('status').toUpperCase() === 'CANCELLED';
  event.title = pageText(texts('summary'), TITLE_MAX);
  const ended = first('dtend');
  const end = ended && time(ended.getFirstValue() as Time, ended);
  const duration = first('duration')?.getFirstValue() as { toSeconds(): number } | undefined;
  const length = end
    ? end.zone.instant(end.wall) - event.start.zone.instant(event.start.wall)
    : (duration?.toSeconds() ?? 0) * 1_000;
  event.length = Math.min(Math.max(0, length || 0), LENGTH_MAX);
  const original = first('recurrence-id');
  if (original) event.instead = time(original.getFirstValue() as Time, original);
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as RuleInput['rule'];
    event.rules.push({ rule, until: untilOf(rule.until, event.start) });
  }
  for (const [name, into] of [
    ['rdate', event.more],
    ['exdate', event.except],
  ] as const) {
    for (const property of component.getAllProperties(name)) {
      for (const value of property.getValues()) {
        // An RDATE may be a period: its start counts.
        const one = value instanceof ical.Period ? value.start : value;
        if (one instanceof ical.Time) into.push(time(one, property));
      }
    }
  }
  event.guests = guestsOf([
    ...component.getAllProperties('attendee'),
    ...component.getAllProperties('organizer').slice(0, 1),
  ]);
  return event;
}

const EMPTY = {
  uid: '',
  sequence: 0,
  cancelled: false,
  title: '',
  length: 0,
  instead: undefined,
  strangeZone: false,
};

function none(zones: Zones): FileTime {
  return {
    wall: { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 },
    zone: zones.floating,
    allDay: false,
  };
}

/** What the clocks show; a 24:00 or a 30 February is what it leads to. @throws RangeError for what is no time */
function wallOf({ year, month, day, hour, minute, second, isDate }: Time): WallTime {
  const ms = Date.UTC(year, month - 1, day, isDate ? 0 : hour, isDate ? 0 : minute, isDate ? 0 : second);
  if (!(Math.abs(ms) < 8e15) || year < 1 || year > 9_998) throw new RangeError('no time');
  return wallAt(ms, 'UTC');
}

/** undefined: it names a zone that is not known. */
function zoneOf(value: Time, property: Property, zones: Zones): Zone | undefined {
  if (value.isDate) return zones.floating;
  if (value.zone?.tzid === 'UTC') return zones.byName('UTC');
  const name = property.getParameter('tzid');
  return typeof name === 'string' ? zones.byName(name) : zones.floating;
}

/** The last time that a rule allows, on the wall of the event's zone; a day means the whole of it. */
function untilOf(until: Time | null | undefined, start: FileTime): WallTime | undefined {
  if (!until) return undefined;
  const wall = wallOf(until);
  if (until.isDate) return { ...wall, hour: 23, minute: 59, second: 59 };
  return until.zone?.tzid === 'UTC' && !start.allDay ? start.zone.wall(wallMs(wall)) : wall;
}

/** The people of an event: no rooms and no groups, each once. */
function guestsOf(properties: readonly Property[]): FileGuest[] {
  const guests = new Map<string, FileGuest>();
  for (const property of properties) {
    const parameter = (name: string) => String(property.getParameter(name) ?? '');
    // Apple names its own accounts by a path, with the address beside it.
    const email = readAddress(String(property.getFirstValue() ?? '')) ?? readAddress(parameter('email'));
    if (!email || guests.has(email) || /^(ROOM|RESOURCE|GROUP)$/i.test(parameter('cutype'))) continue;
    const name = pageText(parameter('cn'), 200);
    guests.set(email, {
      email,
      name: readAddress(name) ? '' : name,
      declined: /^DECLINED$/i.test(parameter('partstat')),
    });
    if (guests.size >= GUESTS_MAX) break;
  }
  return [...guests.values()];
}

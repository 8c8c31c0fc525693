import { hasIgnored } from '../counting.ts';
import { mailbox } from '../mailbox.ts';
import { type Counting, holderOf, isOwn, type Roster, roster, type SpotPerson } from '../roster.ts';
import type { FileMeeting } from './file-meeting.ts';

/** A meeting that is here already, as far as it tells two apart. */
export interface KnownMeeting {
  eventKey: string | null;
  start: string | null;
  personIds: readonly string[];
}

/** A meeting of a file with somebody whom the user knows. */
export interface MeetingPlan {
  eventKey: string;
  seriesKey: string;
  meeting: FileMeeting;
  personIds: string[];
  /** It is here already: the same event, or one with one of the same peers at the same time. */
  here: boolean;
}

/** What an import of meetings would do, and why others are not in it. */
export interface MeetingsPlan {
  meetings: MeetingPlan[];
  /** Nobody whom the user knows is in it. */
  withoutPeers: number;
  /** The user, or every peer in it, has declined. */
  declined: number;
  /** With more people than are wanted. */
  large: number;
  /** With a word in the title by which no meeting counts. */
  ignored: number;
}

export interface PlanMeetingsInput {
  meetings: readonly FileMeeting[];
  /** The calendar's name in the file. */
  calendar: string;
  people: readonly SpotPerson[];
  own: { emails: readonly string[]; name: string };
  known: readonly KnownMeeting[];
  /** Which meetings count: the most people in one, the user included, and the words to ignore. */
  counting: Counting;
}

/**
 * What an import of meetings would do. Whom a meeting is with is told by the addresses of its guests alone; who has
 * declined was not there.
 */
export function planMeetings(input: PlanMeetingsInput): MeetingsPlan {
  const { meetings, calendar, people, own, known, counting } = input;
  const address = isAddress(calendar) ? calendar.toLowerCase() : '';
  const all = roster(people, { ...own, emails: address ? [...own.emails, address] : own.emails }, counting);
  const keys = new Set(known.map(({ eventKey }) => eventKey));
  const times = new Set(known.flatMap(({ start, personIds }) => personIds.map((id) => `${id} ${start}`)));
  const plan: MeetingsPlan = { meetings: [], withoutPeers: 0, declined: 0, large: 0, ignored: 0 };
  const seen = new Set<string>();
  for (const meeting of meetings) {
    const { eventKey, seriesKey } = keysOf(meeting, address);
    if (seen.has(eventKey)) continue;
    seen.add(eventKey);
    const peers = peersIn(meeting, all);
    const personIds = peers.filter(({ declined }) => !declined).map(({ id }) => id);
    const size = new Set(meeting.guests.map(({ email }) => mailbox(email))).size;
    if (peers.length === 0) plan.withoutPeers += 1;
    else if (personIds.length === 0 || hasDeclined(meeting, all)) plan.declined += 1;
    else if (size > all.largest) plan.large += 1;
    else if (hasIgnored(meeting.title, all)) plan.ignored += 1;
    else {
      const here = keys.has(eventKey) || personIds.some((id) => times.has(`${id} ${meeting.start}`));
      plan.meetings.push({
        eventKey,
        seriesKey,
        meeting,
        personIds,
        here: here && (meeting.start !== null || keys.has(eventKey)),
      });
    }
  }
  return plan;
}

/**
 * The keys of an event. One of Google's has those that the calendar page gives it, so that the meeting is the same there;
 * any other is named by its UID and the word "file", which is no calendar.
 */
export function keysOf(
  { uid, instance }: FileMeeting,
  calendar: string,
): Record<'eventKey' | 'seriesKey', string> {
  const [, googleId] = /^([!-?A-~]{1,1000})@google\.com$/.exec(uid) ?? [];
  const isPage = googleId !== undefined && calendar !== '';
  const id = isPage ? googleId : uid.replaceAll(/\s+/g, '_');
  const where = isPage ? calendar : 'file';
  return { eventKey: `${instance ? `${id}_${instance}` : id} ${where}`, seriesKey: `${id} ${where}` };
}

function isAddress(text: string): boolean {
  return /^[!-?A-~]{1,200}@[!-?A-~]{1,200}$/.test(text);
}

function peersIn({ guests }: FileMeeting, all: Roster): { id: string; declined: boolean }[] {
  const found = new Map<string, boolean>();
  for (const { email, declined } of guests) {
    const person = holderOf(email, all);
    if (person) found.set(person.id, declined && (found.get(person.id) ?? true));
  }
  return [...found].map(([id, declined]) => ({ id, declined }));
}

function hasDeclined({ guests }: FileMeeting, all: Roster): boolean {
  return guests.some(({ email, declined }) => declined && isOwn(email, all));
}

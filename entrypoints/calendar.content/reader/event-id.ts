/** What a `data-eventid` says. Ids are as the calendar's own interface names them. */
export interface EventId {
  /** event: of a calendar; task: a task or a time block drawn in the newer way. */
  kind: 'event' | 'task';
  /** Without the occurrence's suffix: the same for a whole series. */
  eventId: string;
  /** The original start of this occurrence, YYYYMMDDTHHMMSSZ in UTC or YYYYMMDD; it stays when the occurrence is moved. */
  instance: string | null;
  /** The full address of the calendar. */
  calendarId: string;
  /** `<event id> <calendar id>`: one occurrence. */
  key: string;
  /** `<event id without the suffix> <calendar id>`: all occurrences. */
  seriesKey: string;
}

/** How the page shortens the addresses of calendars. */
const SHORT: Record<string, string> = {
  m: '@gmail.com',
  g: '@group.calendar.google.com',
  v: '@group.v.calendar.google.com',
  i: '@import.calendar.google.com',
};

/**
 * Event id, the original start of one occurrence if there is one, and the calendar, behind the first space:
 * ASCII without another space, or it is something else.
 */
const DECODED = /^([!-~]+?)(?:_(\d{8}(?:T\d{6}Z)?))? ([!-?A-~]+@[!-?A-~]+)$/;

/** What was read of the ids seen so far: the same ones come again with each view. */
const decoded = new Map<string, EventId | undefined>();
const DECODED_MAX = 10_000;

/** No id that the page was seen to give is a third of this. */
const LONGEST = 1_000;

function read(raw: string): EventId | undefined {
  const task = raw.startsWith('ttb_');
  const decoded = atob((task ? raw.slice(4) : raw).replace(/-/g, '+').replace(/_/g, '/'));
  const [, eventId, instance = null, calendar] = DECODED.exec(decoded) ?? [];
  if (!eventId || !calendar) return undefined;
  const calendarId = calendar.replace(/@([mgvi])$/, (short, letter: string) => SHORT[letter] ?? short);
  return {
    kind: task ? 'task' : 'event',
    eventId,
    instance,
    calendarId,
    key: `${instance ? `${eventId}_${instance}` : eventId} ${calendarId}`,
    seriesKey: `${eventId} ${calendarId}`,
  };
}

/** Tasks of the older form and their roll-up, birthdays: known for what they are, and no events. */
const NO_EVENT = /^(tasks[_.]|bday_)/;

/** Whether it is understood what a `data-eventid` stands for, an event or not. */
export function isKnownId(raw: string | null): boolean {
  return NO_EVENT.test(raw ?? '') || decodeEventId(raw) !== undefined;
}

/**
 * Reads a `data-eventid`: base64, with or without `=` and in either alphabet, of `<event id> <calendar>`.
 * @returns undefined for tasks of the older form, birthdays, the tasks' roll-up, drafts and whatever does not decode
 */
export function decodeEventId(raw: string | null | undefined): EventId | undefined {
  if (!raw || raw.length > LONGEST) return undefined;
  let id = decoded.get(raw);
  if (decoded.has(raw)) return id;
  try {
    id = NO_EVENT.test(raw) ? undefined : read(raw);
  } catch {
    // No base64.
  }
  if (decoded.size > DECODED_MAX) decoded.clear();
  decoded.set(raw, id);
  return id;
}

/** Whether it can be a meeting: an event, and not of a calendar that Google fills (holidays, birthdays, week numbers). */
export function canBeMeeting(id: EventId | undefined): id is EventId {
  return id?.kind === 'event' && !id.calendarId.endsWith('@group.v.calendar.google.com');
}

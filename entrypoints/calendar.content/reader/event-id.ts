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

const INSTANCE = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/;
/** No event id or address is longer; an address may hold no space and nothing invisible. */
const READABLE = /^[!-~]{1,1000}$/;
const ADDRESS = /^[^\s\p{C}@]{1,200}@[^\s\p{C}@]{1,119}$/u;

function payload(base64: string): string {
  const binary = atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function read(raw: string): EventId | undefined {
  const task = raw.startsWith('ttb_');
  if (/^(tasks[_.]|bday_)/.test(raw)) return undefined;
  const text = payload(task ? raw.slice(4) : raw);
  const space = text.indexOf(' ');
  const whole = text.slice(0, space);
  const calendarId = text
    .slice(space + 1)
    .replace(/@([mgvi])$/, (short, letter: string) => SHORT[letter] ?? short);
  if (space < 1 || !READABLE.test(whole) || !ADDRESS.test(calendarId)) return undefined;
  const [, eventId = whole, instance = null] = INSTANCE.exec(whole) ?? [];
  return {
    kind: task ? 'task' : 'event',
    eventId,
    instance,
    calendarId,
    key: `${whole} ${calendarId}`,
    seriesKey: `${eventId} ${calendarId}`,
  };
}

/**
 * Reads a `data-eventid`: base64, with or without `=` and in either alphabet, of `<event id> <calendar>`.
 * @returns undefined for tasks of the older form, birthdays, the tasks' roll-up, drafts and whatever does not decode
 */
export function decodeEventId(raw: string | null | undefined): EventId | undefined {
  if (!raw || raw.length > 4_000) return undefined;
  try {
    return read(raw);
  } catch {
    return undefined;
  }
}

/** Whether it can be a meeting: an event, and not of a calendar that Google fills (holidays, birthdays, week numbers). */
export function canBeMeeting(id: EventId | undefined): id is EventId {
  return id?.kind === 'event' && !id.calendarId.endsWith('@group.v.calendar.google.com');
}

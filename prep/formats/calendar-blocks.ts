import { contentLines } from './content-lines.ts';

/** Of a calendar: who is in an event, when, and how often. Descriptions, places and attachments are not looked at. */
const WANTED = new Set([
  'BEGIN',
  'END',
  'METHOD',
  'X-WR-CALNAME',
  'UID',
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SEQUENCE',
  'STATUS',
  'ATTENDEE',
  'ORGANIZER',
  'TZID',
  'TZOFFSETFROM',
  'TZOFFSETTO',
]);

/** More lines than this make no event: 500 guests and as many exceptions fit. */
const LINES_MAX = 2_000;

/** An event or a time zone of a calendar file, as its content lines. */
export interface CalendarBlock {
  kind: 'event' | 'zone';
  /** Where it begins in the file, from 1. */
  at: number;
  /** false: the file ends before it does, or it has too many lines. */
  whole: boolean;
  /** To be read by a parser, within a calendar. */
  text: string;
  /** Its first day as written, `20261119`, when it happens once only; undefined when it has to be looked at. */
  onlyDay: string | undefined;
}

/** What is said of a whole calendar. */
export interface CalendarHead {
  /** PUBLISH, REQUEST, CANCEL, …; upper case. */
  method: string;
  name: string;
}

/** Cuts a calendar file into its events and time zones; the head is filled in on the way. */
export function* blocksIn(text: string, head: CalendarHead): Generator<CalendarBlock> {
  let block: { kind: CalendarBlock['kind']; at: number; lines: string[] } | undefined;
  /** What is open within the block: the halves of a time zone, or alarms, whose lines do not count. */
  let within: string[] = [];
  const close = (whole: boolean): CalendarBlock[] => {
    if (!block) return [];
    const { kind, at, lines } = block;
    block = undefined;
    within = [];
    const name = kind === 'event' ? 'VEVENT' : 'VTIMEZONE';
    const body = ['BEGIN:VCALENDAR', `BEGIN:${name}`, ...lines, `END:${name}`, 'END:VCALENDAR'].join('\r\n');
    return [{ kind, at, whole: whole && lines.length <= LINES_MAX, text: body, onlyDay: onlyDay(lines) }];
  };
  for (const { name, text: line, at } of contentLines(text, WANTED)) {
    const value = line.slice(line.indexOf(':') + 1).trim();
    const component = value.toUpperCase();
    if (name === 'BEGIN' && (component === 'VEVENT' || component === 'VTIMEZONE')) {
      yield* close(false);
      block = { kind: component === 'VEVENT' ? 'event' : 'zone', at, lines: [] };
    } else if (name === 'END' && (component === 'VEVENT' || component === 'VTIMEZONE')) yield* close(true);
    else if (!block) {
      if (name === 'METHOD') head.method = component;
      else if (name === 'X-WR-CALNAME' && within.length === 0) head.name = value;
    } else if (name === 'BEGIN' || name === 'END') {
      within = name === 'BEGIN' ? [...within.slice(-8), component] : within.slice(0, -1);
      if (block.kind === 'zone' && /^(STANDARD|DAYLIGHT)$/.test(component)) block.lines.push(line);
    } else if (block.kind === 'zone' || within.length === 0) {
      if (block.lines.length <= LINES_MAX) block.lines.push(line);
    }
  }
  yield* close(false);
}

/** The day of an event that happens once; events of a series, and exceptions to one, have to be looked at. */
function onlyDay(lines: readonly string[]): string | undefined {
  if (lines.some((line) => /^(RRULE|RDATE|RECURRENCE-ID)[;:]/i.test(line))) return undefined;
  const starts = lines.filter((line) => /^DTSTART[;:]/i.test(line));
  const [, day] = /:(\d{8})(?:T\d{6}Z?)?\s*$/.exec(starts[0] ?? '') ?? [];
  return starts.length === 1 ? day : undefined;
}

import { type Chrono, casual, GB } from 'chrono-node/en';
import { noSuchDay, plainDate, pointedDate } from './plain-dates.ts';

/** A date stands in this many last characters, or it is none; also the bound on what the library reads. */
const TAIL = 60;
/** Nothing of this in the end of a text: it holds no date, and the library need not look. */
const HINT =
  /\d|day|tomorrow|tonight|week|month|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|date|year|fortnight|eo[dwmy]\b|\bcob\b/i;
/** Before a date these say that it is the due day, and go with it. */
const DUE = /(?:^|[\s(])(?:(?:due|deadline)(?:\s*:|\s+by|\s+on)?|by|on)\s*$/i;
/** Before a date these give it another meaning: it is no due day. */
const NOT_DUE =
  /(?:^|\s)(?:about|since|from|after|of|to|and|with|than|vs\.?|until\s+after|not|every|each|in)\s*$/i;
/** Before a date these make it the due day, but the words are needed: "book the room for Monday". */
const STAYS = /(?:^|\s)(?:for|before|until|till|at|this\s+is)\s*$/i;
/** Before "3rd of December" it goes with the date, and what stands before it tells what the date is. */
const ARTICLE = /(^|\s)the(?:\s+following)?\s+$/i;
/** After a date it says no more than "by". */
const LATEST = /[\s,]+(?:at\s+the\s+)?latest$/i;
/** The day is the same one of the month. */
const MONTHS_ON = /^(?:next\s+month|in\s+\S+\s+months?)$/i;
const PART_OF_DAY = /morning|afternoon|evening|night|noon|lunch/i;

interface DateRead {
  /** `YYYY-MM-DD`; null: the text says "no date", or names a day that does not exist. */
  day: string | null;
  /** The words that may be taken off; both the text's length when they have to stay. */
  from: number;
  to: number;
  /** The words that name a day that does not exist; they stay. */
  wrong?: string;
}

/**
 * Reads the English date at the end of a text: "by Friday", "24 Nov", "tomorrow", "next week", "by the 24th", "2026-12-01",
 * "EOW", "by 24.11.".
 * Without a year it is the next such day; one with a year may be past. `today` is `YYYY-MM-DD`.
 * `dayFirst`: 1/12 is in December.
 */
export function readDate(text: string, today: string, dayFirst = true): DateRead | undefined {
  const end = endOf(text.slice(0, latestAt(text)));
  const start = startOf(text, end);
  const tail = text.slice(start, end);
  if (!HINT.test(tail)) return undefined;
  const none = /(?:^|\s)no date$/i.exec(tail);
  if (none) return { day: null, from: start + none.index, to: text.length };
  const found =
    ordinal(tail, today) ??
    plain(tail, today) ??
    pointed(text, tail, end, today) ??
    library(tail, today, dayFirst);
  if (!found) return missing(tail, text.length);
  const all = tail.slice(0, found.from);
  const before = all.replace(ARTICLE, '$1');
  const due = DUE.exec(before);
  if (!due && (NOT_DUE.test(before) || (!found.sure && isDoubtful(tail.slice(found.from))))) return undefined;
  // "Plan the weekend" needs its words, too.
  const stays = !due && (STAYS.test(before) || before !== all);
  if (stays || found.says) return { day: found.day, from: text.length, to: text.length };
  return { day: found.day, from: start + before.slice(0, due?.index).trimEnd().length, to: text.length };
}

/** A day that does not exist, where a due day would stand. */
function missing(tail: string, length: number): DateRead | undefined {
  const wrong = noSuchDay(tail);
  if (!wrong || NOT_DUE.test(tail.slice(0, wrong.from).replace(ARTICLE, '$1'))) return undefined;
  return { day: null, from: length, to: length, wrong: wrong.words };
}

/** Words that are more often something else, and a fraction: "part 1/2". */
function isDoubtful(words: string): boolean {
  return /^(?:sat|sun|wed|\d{1,2}[/.]\d{1,2})$/i.test(words.trim());
}

/** Where "at the latest" begins at the end of a text, or the end. */
function latestAt(text: string): number {
  const end = endOf(text);
  const from = Math.max(0, end - TAIL);
  const found = LATEST.exec(text.slice(from, end));
  return found ? from + found.index : end;
}

function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s.,;!?…)]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function startOf(text: string, end: number): number {
  if (end <= TAIL) return 0;
  const space = text.slice(end - TAIL, end).search(/\s/);
  return space < 0 ? end : end - TAIL + space;
}

interface Found {
  day: string;
  from: number;
  /** The words say more than the day: a time, or from when. */
  says: boolean;
  /** Looked at already: its figures are a day. */
  sure?: boolean;
}

/** "the 24th": the next day with this number. */
function ordinal(tail: string, today: string): Found | undefined {
  const found = /(?:^|\s)the\s+(\d{1,2})(?:st|nd|rd|th)$/i.exec(tail);
  const number = Number(found?.[1]);
  if (!found || number < 1 || number > 31 || !DUE.test(tail.slice(0, found.index))) return undefined;
  const date = new Date(`${today}T12:00:00Z`);
  for (let days = 0; days < 63; days += 1) {
    if (date.getUTCDate() === number) return { day: iso(date), from: found.index, says: false };
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return undefined;
}

function plain(tail: string, today: string): Found | undefined {
  const found = plainDate(tail, today);
  return found && { ...found, says: false };
}

/** "24.11." with its last point or after "by", and no number of a version or a section: "see 3.2". */
function pointed(text: string, tail: string, end: number, today: string): Found | undefined {
  const found = pointedDate(tail, today);
  if (!found) return undefined;
  const isDue = DUE.test(tail.slice(0, found.from));
  const isDay = text.charAt(end) === '.' && Number.parseInt(tail.slice(found.from), 10) > 12;
  return isDue || isDay ? { ...found, says: false, sure: true } : undefined;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function library(tail: string, today: string, dayFirst: boolean): Found | undefined {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const noon = new Date(year, month - 1, day, 12);
  // Looking forward would read "last Friday" as the next one.
  const forwardDate = !/\b(?:last|past)\s+\S+$/i.test(tail);
  const parse = (reader: Chrono) => reader.parse(tail, noon, { forwardDate }).at(-1);
  // The one that reads "Nov 24" as a day of this year puts the month first in 1/12, too.
  const first = parse(casual);
  const result = dayFirst && first?.tags().has('parser/SlashDateFormatParser') ? parse(GB) : first;
  if (!result || result.index + result.text.length !== tail.length) return undefined;
  // A letter with an accent ends a word for the library: "José24 Nov" holds no date.
  if (/[\p{L}\p{M}\p{N}]$/u.test(tail.slice(0, result.index))) return undefined;
  const last = result.end ?? result.start;
  const isDay = last.isCertain('day') || last.isCertain('weekday') || MONTHS_ON.test(result.text);
  if (!isDay || result.tags().has('result/relativeDateAndTime')) return undefined;
  const at = [last.get('year'), last.get('month'), last.get('day')].map((part) => String(part ?? ''));
  const [y = '', m = '', d = ''] = at;
  if (y.length !== 4) return undefined;
  return {
    day: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    from: result.index,
    says: saysMore(result),
  };
}

function saysMore(result: ReturnType<Chrono['parse']>[number]): boolean {
  return Boolean(result.end) || result.start.isCertain('hour') || PART_OF_DAY.test(result.text);
}

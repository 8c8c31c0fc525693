import { isDayFirst } from './day-first.ts';
import { addDays, isDay } from './days.ts';
import { searchText } from './search-text.ts';

/** A day, month or year that was named, as its first day and the first day after it, `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

/** The names of months and weekdays of a language, long and short, folded; and the English ones, which all keyboards have. */
function names(locale: string, form: 'month' | 'weekday'): Map<string, number> {
  const found = new Map<string, number>();
  const count = form === 'month' ? 12 : 7;
  for (const language of [locale, 'en']) {
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        [form]: length,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let index = 0; index < count; index += 1) {
        // 4 January 1970 was a Sunday.
        const day = form === 'month' ? Date.UTC(1970, index, 15) : Date.UTC(1970, 0, 4 + index);
        const name = searchText(format.format(day)).replace(/\.$/, '');
        if (!found.has(name)) found.set(name, index);
      }
    }
  }
  return found;
}

const two = (number: number) => String(number).padStart(2, '0');

function month(year: number, index: number): Span {
  const next = index === 11 ? [year + 1, 1] : [year, index + 2];
  return { from: `${year}-${two(index + 1)}-01`, to: `${next[0]}-${two(next[1] ?? 1)}-01` };
}

function oneDay(day: string): Span {
  return { from: day, to: addDays(day, 1) };
}

/** Days of a week, month or year back, roughly as people mean them. */
const LENGTHS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 };

/** Figures with points or strokes, as they are written in a language; the year may be missing. */
const WRITTEN = /^(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}))?$/;

/** 19.11.2026, 19.11. and 19/11 or, where the month comes first, 11/19; without a year the last such day. */
function written(word: string, today: string, locale: string): Span | undefined {
  const [, first = '', mark, second = '', year] = WRITTEN.exec(word) ?? [];
  if (mark === undefined) return undefined;
  const [day, monthNumber] = mark === '.' || isDayFirst(locale) ? [first, second] : [second, first];
  if (year !== undefined) return inFigures(Number(year), monthNumber, day);
  const thisYear = Number(today.slice(0, 4));
  const own = inFigures(thisYear, monthNumber, day);
  return own && own.from <= today ? own : inFigures(thisYear - 1, monthNumber, day);
}

/**
 * Reads what stands after `before:` and `after:`: 2026-11-19, 2026-11, 2026, 19.11.2026, 19.11., 19/11, today, yesterday, a
 * weekday or a month by its name (the last one that has begun), 3d, 2w, 6m, 1y (so long ago). undefined: none of these.
 * @param today `YYYY-MM-DD`
 * @param locale whose names of months and weekdays are understood beside the English ones
 */
export function readSpan(text: string, today: string, locale: string): Span | undefined {
  const word = searchText(text).replace(/\.$/, '');
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  const [, year, monthNumber, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word) ?? [];
  if (year !== undefined) return inFigures(Number(year), monthNumber, day);
  const asWritten = written(word, today, locale);
  if (asWritten) return asWritten;
  const [, count, unit] = /^(\d{1,3})([dwmy])$/.exec(word) ?? [];
  if (count !== undefined && unit !== undefined) {
    const back = Number(count) * (LENGTHS[unit] ?? 1);
    // The calendar of days.ts begins with the year 0.
    return back < thisYear * 365 ? oneDay(addDays(today, -back)) : undefined;
  }
  if (word === 'today') return oneDay(today);
  if (word === 'yesterday') return oneDay(addDays(today, -1));
  const weekday = names(locale, 'weekday').get(word);
  if (weekday !== undefined) {
    const back = (new Date(`${today}T12:00:00Z`).getUTCDay() - weekday + 7) % 7;
    return oneDay(addDays(today, -back));
  }
  const named = names(locale, 'month').get(word);
  if (named !== undefined) return month(named + 1 > thisMonth ? thisYear - 1 : thisYear, named);
  return undefined;
}

function inFigures(year: number, month_: string | undefined, day: string | undefined): Span | undefined {
  if (year < 1 || year > 9_998) return undefined;
  const y = String(year).padStart(4, '0');
  if (month_ === undefined) return { from: `${y}-01-01`, to: `${String(year + 1).padStart(4, '0')}-01-01` };
  const m = two(Number(month_));
  if (day === undefined) {
    if (!isDay(`${y}-${m}-01`)) return undefined;
    const next = addDays(`${y}-${m}-28`, 4);
    return { from: `${y}-${m}-01`, to: `${next.slice(0, 7)}-01` };
  }
  const written = `${y}-${m}-${two(Number(day))}`;
  return isDay(written) ? oneDay(written) : undefined;
}

/** Whether a text may become one that `readSpan` understands when it is written on. */
export function isBegun(text: string, locale: string): boolean {
  const word = searchText(text);
  if (/^\d{1,4}$|^\d{4}-(?:0?|(?:0?[1-9]|1[0-2])(?:-[0-3]?)?)$/.test(word)) return true;
  // Of two whole figures `readSpan` knows by itself.
  if (/^\d{1,2}([./])(?:\d{1,2}\1\d{0,3})?$/.test(word)) return true;
  const known = ['today', 'yesterday', ...names(locale, 'month').keys(), ...names(locale, 'weekday').keys()];
  return known.some((name) => name.startsWith(word));
}

import { daysBetween } from './days.ts';

/** The forms that a day is written in. */
const FORMS = {
  weekday: { weekday: 'short' },
  weekdayDay: { weekday: 'short', day: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  dayMonthYear: { day: 'numeric', month: 'short', year: 'numeric' },
  dayLongMonth: { day: 'numeric', month: 'long' },
  dayLongMonthYear: { day: 'numeric', month: 'long', year: 'numeric' },
  weekdayDayMonth: { weekday: 'short', day: 'numeric', month: 'short' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Made once for each language: to make one takes as long as to write a hundred days. */
const formats = new Map<string, Intl.DateTimeFormat>();
const farOff = new Map<string, Intl.RelativeTimeFormat>();

function written(date: Date, form: keyof typeof FORMS, locale: string): string {
  const key = `${form} ${locale}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, FORMS[form]);
  formats.set(key, format);
  return format.format(date);
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/**
 * How long ago a day was, in words: "today", "yesterday", "5 days ago", "3 weeks ago", "4 months ago".
 * Days up to a week, weeks up to a quarter, months up to two years.
 */
export function ago(day: string, today: string, locale: string): string {
  // Its own subtraction: the content script has this line, and no room for the checks of days.ts.
  const distance = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  const words = farOff.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  farOff.set(locale, words);
  const far = Math.abs(distance);
  if (far < 7) return words.format(distance, 'day');
  if (far < 91) return words.format(Math.round(distance / 7), 'week');
  if (far < 730) return words.format(Math.round(distance / 30.44), 'month');
  return words.format(Math.round(distance / 365.25), 'year');
}

/** A near day by its weekday ("Fri 20"), a later one by its month ("3 Dec"), one of another year with the year. */
export function shortDay(day: string, today: string, locale: string): string {
  const date = atNoon(day);
  if (day.slice(0, 4) !== today.slice(0, 4) && Math.abs(daysBetween(today, day)) > 90) {
    return written(date, 'dayMonthYear', locale);
  }
  const near = daysBetween(today, day) >= 0 && daysBetween(today, day) < 7;
  if (!near) return written(date, 'dayMonth', locale);
  // American English would say "20 Fri".
  if (!locale.startsWith('en')) return written(date, 'weekdayDay', locale);
  return `${written(date, 'weekday', locale)} ${date.getDate()}`;
}

/** A day in full, for tooltips and screen readers: "Thursday 19 November 2026". */
export function longDay(day: string, locale: string): string {
  return written(atNoon(day), 'full', locale);
}

/** A day with its weekday: "Fri 20 Nov". */
export function weekdayAndDay(day: string, locale: string): string {
  return written(atNoon(day), 'weekdayDayMonth', locale);
}

/** A day with its month in full, and the year where that is not this one: "19 November", "3 January 2025". */
export function dayAndMonth(day: string, today: string, locale: string): string {
  const form = day.slice(0, 4) === today.slice(0, 4) ? 'dayLongMonth' : 'dayLongMonthYear';
  return written(atNoon(day), form, locale);
}

/** Several names as the language joins them: "Ana and Pedro". */
export function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

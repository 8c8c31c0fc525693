import type { StandInEvent } from '../events.ts';
import { dayKey } from './days.ts';
import type { Setting } from './setting.ts';
import { fill } from './words.ts';

const TWELVE = /^en($|-US)/;

/** Made once: a page has hundreds of times, and to make a format takes longer than to write ten. */
const formats = new Map<string, Intl.DateTimeFormat>();

function written(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(date);
}

const ofDay = (day: string, locale: string, parts: Intl.DateTimeFormatOptions) =>
  written(new Date(`${day}T00:00:00Z`), locale, { ...parts, timeZone: 'UTC' });

/** A number in the language's digits. */
export function digits(count: number, { words }: Setting): string {
  return new Intl.NumberFormat(words.locale, { useGrouping: false }).format(count);
}

/** A time of day: `8pm`, `9:15am`, `20:00`, `1:00 p. m.`. */
export function timeText(instant: string, setting: Setting): string {
  const { locale } = setting.words;
  const options = { timeZone: setting.zone, hour: 'numeric', minute: '2-digit' } as const;
  const text = written(new Date(instant), locale, options);
  return TWELVE.test(locale) ? text.replace(':00', '').replace(/\s/g, '').toLowerCase() : text;
}

/** A day in words: `November 30, 2025`; `long` puts the weekday first and leaves the year out. */
export function dayText(day: string, setting: Setting, form: 'date' | 'long' = 'date'): string {
  const parts: Intl.DateTimeFormatOptions =
    form === 'date'
      ? { year: 'numeric', month: 'long', day: 'numeric' }
      : { weekday: 'long', month: 'long', day: 'numeric' };
  return ofDay(day, setting.words.locale, parts);
}

/** One part of a day: `Mon`, `16`, `November 2026`. */
export function dayPart(day: string, setting: Setting, parts: Intl.DateTimeFormatOptions): string {
  return ofDay(day, setting.words.locale, parts);
}

/** `8 – 9pm`, `11:30am – 12:30pm`, `20:00 – 21:00`: what a chip shows. */
export function spanText(event: StandInEvent, setting: Setting): string {
  const start = timeText(event.start, setting);
  const end = timeText(event.end, setting);
  const sameHalf = TWELVE.test(setting.words.locale) && start.slice(-2) === end.slice(-2);
  return `${sameHalf ? start.slice(0, -2) : start} – ${end}`;
}

/** The head of a day for a screen reader: `3 events, Monday, December 1, today`. */
export function dayHead(day: string, count: number, setting: Setting): string {
  const { words } = setting;
  const events = count === 0 ? words.noEvents : fill(words.events, { n: digits(count, setting) });
  const parts = [events, dayText(day, setting, 'long')];
  if (dayKey(day) === dayKey(setting.today)) parts.push(words.today);
  return parts.join(words.comma);
}

import { daysBetween } from './days.ts';

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/**
 * How long ago a day was, in words: "today", "yesterday", "5 days ago", "3 weeks ago", "4 months ago".
 * Days up to a week, weeks up to a quarter, months up to two years.
 */
export function ago(day: string, today: string, locale: string): string {
  const distance = daysBetween(today, day);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
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
    return date.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  }
  const near = daysBetween(today, day) >= 0 && daysBetween(today, day) < 7;
  if (!near) return date.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
  // American English would say "20 Fri".
  if (!locale.startsWith('en')) return date.toLocaleDateString(locale, { weekday: 'short', day: 'numeric' });
  return `${date.toLocaleDateString(locale, { weekday: 'short' })} ${date.getDate()}`;
}

/** A day in full, for tooltips and screen readers: "Thursday 19 November 2026". */
export function longDay(day: string, locale: string): string {
  return atNoon(day).toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** Several names as the language joins them: "Ana and Pedro". */
export function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

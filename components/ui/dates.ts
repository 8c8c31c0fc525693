import { daysBetween } from '../../prep/days.ts';
import { ago, listOf, longDay, shortDay } from '../../prep/relative.ts';
import { localDay } from '../../storage/record.ts';
import { locale, plural, t } from '../../storage/words.ts';

/** When something is due, beside it: "6 days late", "Today", "Fri 20", "3 Dec". Days are `YYYY-MM-DD`. */
export function dueText(due: string, today: string): string {
  if (due < today) return plural('dateLate', daysBetween(due, today));
  return due === today ? t('dateToday') : shortDay(due, today, locale());
}

/** The same in a sentence for screen readers: "6 days late", "due today", "due Friday 20 November 2026". */
export function dueSpoken(due: string | null, today: string): string {
  if (due === null) return t('dateNoDue');
  if (due < today) return plural('dateLate', daysBetween(due, today));
  return due === today ? t('dateDueToday') : t('dateDue', longDay(due, locale()));
}

/** "3 weeks ago" of an instant or a day. */
export function agoText(at: string, today: string): string {
  return ago(at.length > 10 ? localDay(new Date(at)) : at, today, locale());
}

/** "29 Oct" of an instant or a day. */
export function dayText(at: string, today: string): string {
  return shortDay(at.length > 10 ? localDay(new Date(at)) : at, today, locale());
}

export function fullDay(at: string): string {
  return longDay(at.length > 10 ? localDay(new Date(at)) : at, locale());
}

/** "14:00" or "2:00 pm", as the user's language writes it. */
export function timeText(at: string): string {
  return new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' });
}

/** How soon an instant is: "in 12 min", "in 2 h 42"; undefined when it is past or over twelve hours away. */
export function soonText(at: string, now: Date): string | undefined {
  const minutes = Math.ceil((Date.parse(at) - now.getTime()) / 60_000);
  if (minutes <= 0 || minutes > 720) return undefined;
  if (minutes < 60) return t('dateInMinutes', minutes);
  const rest = minutes % 60;
  return rest === 0
    ? t('dateInHours', minutes / 60)
    : t('dateInHoursMinutes', Math.floor(minutes / 60), rest);
}

export function namesText(names: readonly string[]): string {
  return listOf(names, locale());
}

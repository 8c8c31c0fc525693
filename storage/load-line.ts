import { type Load, weekLoad } from '../prep/load-line.ts';
import { db } from './db.ts';
import { meetingsBetween } from './meetings-between.ts';
import { changeSettings, readSettings } from './settings.ts';
import { locale } from './words.ts';

/** The week's talks with peers, and the user's ceiling in hours. */
export interface WeekLoad extends Load {
  ceiling: number | null;
  /** The day of the week on which peers are met, 0 Sunday to 6; null: any. */
  peerDay: number | null;
}

/** Reads the load of the week that `now` is in; the week begins as in the user's language. */
export async function readLoad(now = new Date(), firstDay = firstDayOf(locale())): Promise<WeekLoad> {
  const from = new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() - ((now.getDay() - firstDay + 7) % 7),
  );
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + 7);
  const [meetings, { weekHours, peerDay }, people] = await Promise.all([
    meetingsBetween(from.toISOString(), to.toISOString()),
    readSettings(),
    db.people.toArray(),
  ]);
  const away = new Set(people.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id));
  return {
    ...weekLoad(meetings, from.toISOString(), to.toISOString(), weekHours, away),
    ceiling: weekHours,
    peerDay,
  };
}

/** Sets the most hours a week that the user wants; null: no ceiling. */
export function setCeiling(hours: number | null): Promise<void> {
  return changeSettings({ weekHours: hours });
}

/** Sets the day of the week on which peers are met; null: any. */
export function setPeerDay(peerDay: number | null): Promise<void> {
  return changeSettings({ peerDay });
}

/** The day that a week begins with where a language is spoken, 0 Sunday to 6; Monday where the browser does not say. */
export function firstDayOf(language: string): number {
  const spoken = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return ((spoken.getWeekInfo?.() ?? spoken.weekInfo)?.firstDay ?? 1) % 7;
}

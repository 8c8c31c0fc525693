import type { StandInEvent } from '../events.ts';
import { addDays, mondayOf } from '../markup/days.ts';
import { instantAt, localTime, ownZone } from '../markup/zone.ts';

/** The account that looks at the samples. */
export const DIANE = 'diane.moreau@example.com';

/** Where the samples are placed: the day and minute of now, and the Monday of its week. */
export interface SampleDay {
  today: string;
  minutes: number;
  monday: string;
  zone: string;
}

/** The place of `now` in its week. */
export function sampleDay(now: Date, zone: string = ownZone()): SampleDay {
  const { day, minutes } = localTime(now, zone);
  return { today: day, minutes, monday: mondayOf(day), zone };
}

/** Minutes since midnight of a time such as `9:30`. */
export function clock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Start and end of `length` minutes from a minute of a day. */
export function timed(
  at: SampleDay,
  day: string,
  minute: number,
  length: number,
): { start: string; end: string } {
  const start = instantAt(day, minute, at.zone);
  return { start: start.toISOString(), end: new Date(start.getTime() + length * 60_000).toISOString() };
}

/** Times on a weekday of the sample week, 0 being Monday: `onWeekday(at, 0, '9:30', 60)`. */
export function onWeekday(
  at: SampleDay,
  weekday: number,
  time: string,
  length: number,
): { start: string; end: string } {
  return timed(at, addDays(at.monday, weekday), clock(time), length);
}

/** The fields of an all-day event from one weekday to another, both included. */
export function wholeDays(
  at: SampleDay,
  first: number,
  last = first,
): Pick<StandInEvent, 'start' | 'end' | 'allDay'> {
  const start = addDays(at.monday, first);
  const end = addDays(at.monday, last);
  return {
    start: instantAt(start, 0, at.zone).toISOString(),
    end: instantAt(addDays(end, 1), 0, at.zone).toISOString(),
    allDay: { start, end },
  };
}

/** An instant as the suffix of an instance's id: YYYYMMDDTHHMMSSZ. */
export function instanceSuffix(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

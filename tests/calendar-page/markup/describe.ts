import type { StandInEvent } from '../events.ts';
import { addDays } from './days.ts';
import type { Setting } from './setting.ts';
import { dayText, digits, timeText } from './speak.ts';
import { fill } from './words.ts';
import { localTime } from './zone.ts';

/** The days an event touches, both included. */
export function daysOf(event: StandInEvent, setting: Setting): { first: string; last: string } {
  if (event.allDay) return { first: event.allDay.start, last: event.allDay.end };
  const first = localTime(event.start, setting.zone).day;
  const end = localTime(event.end, setting.zone);
  const last = end.minutes === 0 && end.day > first ? addDays(end.day, -1) : end.day;
  return { first, last };
}

/** What a chip shows as its title. */
export function shownTitle(event: StandInEvent, setting: Setting): string {
  if (event.kind === 'tasks-rollover')
    return fill(setting.words.pendingTasks, { n: digits(Number(event.title), setting) });
  return event.title === '' ? setting.words.untitled : event.title;
}

function times(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  const { first, last } = daysOf(event, setting);
  if (event.allDay)
    return first === last ? words.allDay : `${dayText(first, setting)} – ${dayText(last, setting)}`;
  return fill(words.span, { a: timeText(event.start, setting), b: timeText(event.end, setting) });
}

function reply(event: StandInEvent, { words, account }: Setting): string | undefined {
  if (event.cancelled) return words.cancelled;
  if (event.declined) return words.declined;
  if (!event.guests?.length) return undefined;
  const mine = event.guests.find((guest) => guest.email === account.email)?.response;
  return { yes: words.accepted, no: words.declined, maybe: words.tentative, none: words.needsReply }[
    mine ?? 'none'
  ];
}

function owner(event: StandInEvent, { words, account }: Setting): string {
  return event.calendarName ? fill(words.calendar, { n: event.calendarName }) : account.name;
}

function place(event: StandInEvent, { words }: Setting): string | undefined {
  if (event.location) return fill(words.location, { n: event.location });
  return event.allDay ? undefined : words.noLocation;
}

function taskDescription(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  const parts = [
    fill(words.task, { n: event.title }),
    words.openTask,
    dayText(daysOf(event, setting).first, setting),
  ];
  return [...parts, timeText(event.start, setting)].join(words.comma);
}

/** The chip's text for a screen reader, in the language's order of parts. */
export function describe(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  if (event.kind === 'tasks-rollover')
    return fill(words.pendingTasks, { n: digits(Number(event.title), setting) });
  if (event.kind === 'task' || event.kind === 'task-block') return taskDescription(event, setting);
  const [before, after] = words.quote ?? ['', ''];
  const parts = [
    times(event, setting),
    `${before}${shownTitle(event, setting)}${after}`,
    owner(event, setting),
    reply(event, setting),
    place(event, setting),
    event.colorName && fill(words.color, { n: event.colorName }),
    dayText(daysOf(event, setting).first, setting),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(words.comma);
}

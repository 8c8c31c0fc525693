import type { StandInEvent } from '../events.ts';
import { daysBetween } from '../markup/days.ts';
import { colors } from './colors.ts';
import { DIANE, onWeekday, type SampleDay, wholeDays } from './day.ts';

/** A title that would run as markup, turns its direction round and holds control characters. */
export const HOSTILE_TITLE =
  '<img src=x onerror="window.standIn.errors.push(\'ran\')"> & "quotes" \u202Eright to left\u0007\u001b[31m</div>';

const HOLIDAYS = 'en.portuguese#holiday@group.v.calendar.google.com';

function tasks(at: SampleDay): StandInEvent[] {
  const base = { calendarId: DIANE, color: colors.blue };
  return [
    {
      ...base,
      id: 'k7o0-Tv2AKmipol3',
      kind: 'task',
      title: 'Send the numbers to Pedro',
      ...onWeekday(at, 0, '13:00', 30),
    },
    {
      ...base,
      id: '37oq30mab',
      kind: 'task-block',
      title: 'Write the plan',
      ...onWeekday(at, 1, '16:00', 60),
    },
    {
      ...base,
      id: 'tasks_rollover_view',
      kind: 'tasks-rollover',
      title: '3',
      ...wholeDays(at, daysBetween(at.monday, at.today)),
    },
  ];
}

/** Everything a reader must pass over or read with care. */
export function oddSamples(at: SampleDay): StandInEvent[] {
  const base = { calendarId: DIANE, kind: 'event' } as const;
  return [
    ...tasks(at),
    {
      id: 'steveb5c9d2',
      calendarId: DIANE,
      kind: 'birthday',
      title: "Steve Tan's birthday",
      color: colors.green,
      ...wholeDays(at, 4),
    },
    {
      id: '20261201_h4j8k2m6',
      calendarId: HOLIDAYS,
      calendarName: 'Holidays in Portugal',
      kind: 'holiday',
      title: 'Restoration day',
      color: colors.green,
      ...wholeDays(at, 0),
    },
    {
      ...base,
      id: 'vendordemo3p7r1',
      title: 'Vendor demo',
      color: colors.graphite,
      declined: true,
      ...onWeekday(at, 0, '15:00', 45),
      guests: [
        { email: 'sales@vendor.example', organizer: true, response: 'yes' },
        { email: DIANE, name: 'Diane Moreau', response: 'no' },
      ],
    },
    {
      ...base,
      id: 'designsync6t2v8',
      title: 'Design sync',
      color: colors.lavender,
      cancelled: true,
      ...onWeekday(at, 0, '16:30', 30),
      guests: [
        { email: 'amelie.roux@example.com', name: 'Amelie Roux', organizer: true, response: 'yes' },
        { email: DIANE, name: 'Diane Moreau', response: 'yes' },
      ],
    },
    {
      ...base,
      id: 'hostile9x4z1',
      title: HOSTILE_TITLE,
      color: colors.tomato,
      ...onWeekday(at, 1, '12:00', 45),
    },
  ];
}

/** An event with a title of `length` characters. */
export function longEvent(at: SampleDay, length = 100_000): StandInEvent {
  const title = 'Long title '.repeat(Math.ceil(length / 11)).slice(0, length);
  return {
    id: 'longtitle1q2w3e',
    calendarId: DIANE,
    kind: 'event',
    title,
    color: colors.blue,
    ...onWeekday(at, 3, '12:00', 60),
  };
}

import type { StandInEvent, StandInGuest } from '../events.ts';
import { addDays } from '../markup/days.ts';
import { colors } from './colors.ts';
import { clock, DIANE, instanceSuffix, onWeekday, type SampleDay, timed } from './day.ts';

const STEVE = 'steve-weekly-6k2m9q4t1v8x';
const diane: StandInGuest = { email: DIANE, name: 'Diane Moreau', organizer: true, response: 'yes' };

function within(minute: number, length: number): number {
  return Math.max(0, Math.min(minute, 24 * 60 - 5 - length));
}

function soon(at: SampleDay): number {
  return within(Math.round((at.minutes + 12) / 5) * 5, 30);
}

/** The weekly one-on-one: two weeks back to four ahead, the next one moved by a day inside its week and by two hours. */
function steveSeries(at: SampleDay): StandInEvent[] {
  const minute = soon(at);
  return [-2, -1, 0, 1, 2, 3, 4].map((week) => {
    const day = addDays(at.today, week * 7);
    const original = timed(at, day, minute, 30);
    const moved = timed(
      at,
      addDays(day, at.today === addDays(at.monday, 6) ? -1 : 1),
      within(minute >= 120 ? minute - 120 : minute + 120, 30),
      30,
    );
    return {
      id: STEVE,
      seriesId: STEVE,
      instance: instanceSuffix(original.start),
      calendarId: DIANE,
      kind: 'event',
      title: 'Diane / Steve',
      color: colors.blue,
      video: 'https://meet.google.com/abc-defg-hij',
      ...(week === 1 ? moved : original),
      guests: [diane, { email: 'steve.tan@example.com', name: 'Steve Tan', response: 'yes' }],
    };
  });
}

function today(at: SampleDay): StandInEvent[] {
  const later = at.minutes < clock('15:00') ? clock('16:30') : within(at.minutes + 90, 45);
  const earlier = at.minutes > clock('10:40') ? clock('10:00') : within(at.minutes - 90, 30);
  return [
    {
      id: 'launchreview3h8d2k5p',
      calendarId: DIANE,
      kind: 'event',
      title: 'Launch review',
      location: 'Room 4',
      color: colors.indigo,
      ...timed(at, at.today, later, 45),
      guests: [
        { ...diane, organizer: false },
        { email: 'ana.lima@example.com', name: 'Ana Lima', organizer: true, response: 'yes' },
        { email: 'pedro.costa@example.com', name: 'Pedro Costa', response: 'maybe' },
      ],
    },
    {
      id: 'noordiane7b4c1f9s',
      calendarId: DIANE,
      kind: 'event',
      title: 'Noor / Diane',
      color: colors.green,
      ...timed(at, at.today, earlier, 30),
      guests: [
        { email: 'noor.haddad@example.com', name: 'Noor Haddad', organizer: true, response: 'yes' },
        { ...diane, organizer: false },
      ],
    },
  ];
}

/** Events with people one knows, found by guests, by title, or by whose calendar holds them. */
export function peerSamples(at: SampleDay): StandInEvent[] {
  return [
    ...steveSeries(at),
    ...today(at),
    {
      id: 'meixdiane2r6w8y3',
      calendarId: DIANE,
      kind: 'event',
      title: 'Mei x Diane',
      color: colors.grape,
      ...onWeekday(at, 1, '10:00', 60),
    },
    {
      id: 'oneonana5t1m7z9',
      calendarId: DIANE,
      kind: 'event',
      title: '1:1 Ana',
      color: colors.indigo,
      ...onWeekday(at, 4, '11:30', 60),
    },
    {
      id: 'ruitomas4g9k2d6',
      calendarId: 'rui.alves@example.com',
      calendarName: 'Rui Alves',
      kind: 'event',
      title: 'Rui / Tomás',
      color: colors.lavender,
      ...onWeekday(at, 2, '13:00', 45),
    },
    {
      id: 'karindiane8q3v5n1',
      calendarId: DIANE,
      kind: 'event',
      title: 'Karin / Diane',
      color: colors.green,
      ...onWeekday(at, 1, '14:00', 30),
      guests: [diane, { email: 'karin.holm@example.com', name: 'Karin Holm', response: 'none' }],
    },
  ];
}

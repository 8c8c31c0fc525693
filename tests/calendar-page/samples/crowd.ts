import type { StandInEvent, StandInGuest } from '../events.ts';
import { colors } from './colors.ts';
import { DIANE, onWeekday, type SampleDay } from './day.ts';

const diane: StandInGuest = { email: DIANE, name: 'Diane Moreau', response: 'yes' };

const ivo: StandInGuest = {
  email: 'ivo.brandt@example.com',
  name: 'Ivo Brandt',
  organizer: true,
  response: 'yes',
};

const ALL_HANDS = [
  'Steve Tan',
  'Ana Lima',
  'Ana Roth',
  'Pedro Costa',
  'Noor Haddad',
  'Rui Alves',
  'Tomás Vidal',
  'Mei Chen',
  'Amelie Roux',
  'Karin Holm',
];

/** A made-up person's row: the address is the name in lower case, without accents. */
export function guestNamed(name: string): StandInGuest {
  const address = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  return { email: `${address}@example.com`, name, response: 'none' };
}

/** Meetings of many: rows for all, a count alone, a hidden list, a group. */
export function crowdSamples(at: SampleDay): StandInEvent[] {
  return [
    {
      id: 'allhands6j2l9',
      calendarId: DIANE,
      kind: 'event',
      title: 'All hands',
      color: colors.indigo,
      ...onWeekday(at, 3, '9:00', 60),
      guests: [ivo, diane, ...ALL_HANDS.map(guestNamed)],
    },
    {
      id: 'townhall3n7q1',
      calendarId: DIANE,
      kind: 'event',
      title: 'Town hall',
      color: colors.indigo,
      ...onWeekday(at, 4, '13:30', 60),
      guests: [],
      guestCount: 250,
    },
    {
      id: 'budgettalk8s4u6',
      calendarId: DIANE,
      kind: 'event',
      title: 'Budget round',
      color: colors.graphite,
      ...onWeekday(at, 2, '10:00', 60),
      guests: [diane],
      guestsHidden: true,
      description: 'Questions to pedro.costa@example.com, who is no guest.',
    },
    {
      id: 'guildhour1w5y2',
      calendarId: DIANE,
      kind: 'event',
      title: 'Guild hour',
      color: colors.blue,
      ...onWeekday(at, 2, '15:00', 60),
      guests: [
        { ...guestNamed('Mei Chen'), organizer: true, response: 'yes' },
        diane,
        { email: 'platform-guild@example.com', name: 'Platform guild', group: 14 },
      ],
    },
  ];
}

/** An event with `count` guests, every one in a row. */
export function crowdEvent(at: SampleDay, count = 500): StandInEvent {
  return {
    id: 'crowd500a1b2c3',
    calendarId: DIANE,
    kind: 'event',
    title: 'Everyone at once',
    color: colors.grape,
    ...onWeekday(at, 0, '14:00', 30),
    guests: [
      diane,
      ...Array.from({ length: count - 1 }, (_, index) => guestNamed(`Guest Number${index + 1}`)),
    ],
  };
}

import type { CalendarEvent } from '../prep/calendar-event.ts';
import { db } from './db.ts';
import { meetingsBefore } from './meetings.ts';
import { localDay } from './record.ts';

/** The most names a card shows. */
const NAMES_MAX = 20;

/**
 * What the card of an event in the calendar page says of these people: names, the day of the last meeting before it with
 * any of them (null: none known), and how many promises are open with them. Nothing anybody wrote.
 */
export async function readCardFacts(
  personIds: readonly string[],
  event: Pick<CalendarEvent, 'key' | 'start'>,
  now = new Date(),
) {
  const at = now.toISOString();
  const before = event.start !== null && event.start < at ? event.start : at;
  const [people, items, last] = await Promise.all([
    db.people.bulkGet([...personIds]),
    db.actionItems
      .where('openFor')
      .anyOf([...personIds])
      .distinct()
      .count(),
    Promise.all(personIds.map((id) => meetingsBefore(id, before, 2))),
  ]);
  const known = people.filter((person) => person !== undefined).slice(0, NAMES_MAX);
  // The event itself may be kept with another time than it has now.
  const others = last.flat().filter(({ eventKey }) => eventKey !== event.key);
  const latest = others
    .flatMap(({ start }) => start ?? [])
    .sort()
    .at(-1);
  return {
    people: known.map(({ id, name }) => ({ id, name })),
    names: known.map(({ name }) => name),
    lastMet: latest ? localDay(new Date(latest)) : null,
    openPromises: items,
  };
}

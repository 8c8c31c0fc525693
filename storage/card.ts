import { db } from './db.ts';
import { meetingsBefore } from './meetings.ts';
import { localDay } from './record.ts';

/** The most names a card shows. */
const NAMES_MAX = 20;

/**
 * What the card in the calendar page says of these people: names, the day of the last meeting with any of them
 * (null: none known), and how many promises are open with them. Nothing anybody wrote.
 */
export async function readCardFacts(personIds: readonly string[], now = new Date()) {
  const before = now.toISOString();
  const [people, items, last] = await Promise.all([
    db.people.bulkGet([...personIds]),
    db.actionItems
      .where('openFor')
      .anyOf([...personIds])
      .distinct()
      .count(),
    Promise.all(personIds.map((id) => meetingsBefore(id, before, 1))),
  ]);
  const known = people.filter((person) => person !== undefined).slice(0, NAMES_MAX);
  const starts = last.flat().flatMap((meeting) => meeting.start ?? []);
  const latest = starts.sort().at(-1);
  return {
    people: known.map(({ id, name }) => ({ id, name })),
    names: known.map(({ name }) => name),
    lastMet: latest ? localDay(new Date(latest)) : null,
    openPromises: items,
  };
}

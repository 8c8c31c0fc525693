import type { Table } from '../../prep/formats/csv-columns.ts';
import { FileRefused } from './faults.ts';
import type { Pace } from './pace.ts';
import { readTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { type CardReading, readCards } from './read-vcard.ts';

/** A file of people: its cards, or a table whose columns are still to be understood. */
export type PeopleReading = { kind: 'cards'; cards: CardReading } | { kind: 'table'; table: Table };

/** Reads a file of contacts by what is in it, whatever it is called. @throws FileRefused */
export async function readPeople(file: Blob, pace?: Pace): Promise<PeopleReading> {
  const text = await readText(file);
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) throw new FileRefused({ kind: 'calendar' });
  if (/^[ \t]*BEGIN:VCARD/im.test(text)) return { kind: 'cards', cards: await readCards(text, pace) };
  return { kind: 'table', table: await readTable(text) };
}

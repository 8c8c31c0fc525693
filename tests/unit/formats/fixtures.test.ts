import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contactsIn, guessFields } from '../../../prep/formats/csv-columns.ts';
import { mergeContacts } from '../../../prep/formats/people-plan.ts';
import { readCalendar } from '../../../storage/formats/read-calendar.ts';
import { readPeople } from '../../../storage/formats/read-people.ts';

/*
 * Files as the programs export them, written by hand with made-up people, each beside what has to be read from it. A
 * new one: put the file there, run with PEERSIDE_EXPECT=1, and look at every line of the json that it makes.
 */

const folder = join(import.meta.dirname, '../../fixtures/formats');
const now = new Date('2026-11-21T12:00:00Z');

async function read(name: string): Promise<unknown> {
  const file = new Blob([readFileSync(join(folder, name))]);
  if (name.endsWith('.ics')) return readCalendar(file, { now, zone: 'Europe/Lisbon' });
  const people = await readPeople(file);
  if (people.kind === 'cards') return { ...people.cards, contacts: mergeContacts(people.cards.contacts) };
  const fields = guessFields(people.table);
  return { fields, ...contactsIn(people.table, fields) };
}

describe('is read as it should be', () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  test.each(files)('%s', async (name) => {
    const expected = join(folder, `${name}.json`);
    const found = JSON.parse(JSON.stringify(await read(name)));
    if (process.env.PEERSIDE_EXPECT && !existsSync(expected)) {
      writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

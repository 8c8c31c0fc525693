import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readAddress } from '../../../prep/address.ts';
import type { Contact } from '../../../prep/formats/contact.ts';
import { contactsIn, guessFields } from '../../../prep/formats/csv-columns.ts';
import type { CalendarReading } from '../../../prep/formats/file-meeting.ts';
import { mergeContacts } from '../../../prep/formats/people-plan.ts';
import { LINE } from '../../../prep/limits.ts';
import { pageText } from '../../../prep/page-text.ts';
import { instant } from '../../../prep/records/base.ts';
import { meeting as meetingSchema } from '../../../prep/records/meeting.ts';
import { person as personSchema } from '../../../prep/records/person.ts';
import { db } from '../../../storage/db.ts';
import { FileRefused } from '../../../storage/formats/faults.ts';
import { importMeetings, previewMeetings } from '../../../storage/formats/import-meetings.ts';
import { importPeople } from '../../../storage/formats/import-people.ts';
import { readCalendar } from '../../../storage/formats/read-calendar.ts';
import { readPeople } from '../../../storage/formats/read-people.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { bytesOf, damagedFile } from '../../fixtures/damaged-files.ts';
import { portion } from '../../setup/portion.ts';
import { worked } from '../../setup/worked.ts';

/*
 * Damaged and hostile files: parts of the fixtures cut out, doubled, moved, garbled, with hostile tokens put in, and
 * plain noise. Each is refused for a reason or read into records that hold, within a second and 200 MB.
 */

const RUNS = portion(100_000, 3_000);
const SECOND = 1_000;
const MEMORY = 200_000_000;
const now = new Date('2026-11-21T12:00:00Z');
const options = { now, zone: 'Europe/Lisbon' };

/** What reading leads to: its result, or why it is refused; anything else thrown is a fault of ours. */
async function outcome<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileRefused) return undefined;
    throw error;
  }
}

async function contactsOf(blob: Blob): Promise<Contact[]> {
  const reading = await outcome(readPeople(blob));
  if (!reading) return [];
  if (reading.kind === 'cards') return mergeContacts(reading.cards.contacts);
  return mergeContacts(contactsIn(reading.table, guessFields(reading.table)).contacts);
}

function expectContact({ name, emails, aliases, role, team }: Contact) {
  expect(name).not.toBe('');
  for (const text of [name, role, team, ...aliases]) expect(pageText(text, LINE)).toBe(text);
  for (const email of emails) expect(readAddress(email)).toBe(email);
  expect(emails.length).toBeLessThanOrEqual(50);
}

function expectReading({ meetings }: CalendarReading) {
  for (const { start, end, day, guests, title } of meetings) {
    expect(day).toMatch(/^2026-(09|10|11|12)-\d\d$|^2027-01-\d\d$/);
    if (start && end) {
      expect(instant.safeParse(start).success && instant.safeParse(end).success).toBe(true);
      expect(end >= start).toBe(true);
      expect(Math.abs(Date.parse(start) - now.getTime())).toBeLessThanOrEqual(60 * 86_400_000);
    }
    expect(title.length).toBeLessThanOrEqual(LINE);
    for (const { email } of guests) expect(readAddress(email)).toBe(email);
  }
}

const prototypes = [Object.prototype, Array.prototype, Map.prototype, String.prototype, Function.prototype];
const known = prototypes.map((one) => Reflect.ownKeys(one));

function expectClean() {
  expect(prototypes.map((one) => Reflect.ownKeys(one))).toEqual(known);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
}

/** Bytes that this thread holds, in its heap and beside it; what nobody needs any more, too. */
function heldNow(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

let slowest = 0;
let largest = 0;

/** Runs, and notes how long it took and what it held. */
async function measured<T>(work: () => Promise<T>): Promise<T> {
  const before = heldNow();
  const started = worked();
  const result = await work();
  const took = worked() - started;
  const held = heldNow() - before;
  slowest = Math.max(slowest, took);
  largest = Math.max(largest, held);
  expect(took).toBeLessThan(SECOND);
  expect(held).toBeLessThan(MEMORY);
  return result;
}

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterAll(() => {
  console.log(`the slowest took ${slowest.toFixed(0)} ms, the largest ${(largest / 1e6).toFixed(1)} MB`);
});

describe('a damaged or hostile file', () => {
  test(
    `${RUNS} of them: refused, or read into what holds`,
    async () => {
      await fc.assert(
        fc.asyncProperty(damagedFile, async (text) => {
          const blob = bytesOf(text);
          const contacts = await measured(() => contactsOf(blob));
          contacts.forEach(expectContact);
          const calendar = await measured(() => outcome(readCalendar(blob, options)));
          if (calendar) expectReading(calendar);
          expectClean();
        }),
        { numRuns: RUNS },
      );
      // To read writes nothing.
      for (const table of db.tables) expect(await table.count()).toBe(0);
    },
    RUNS * 30,
  );

  test(
    'what is read of one can be imported as records that hold, and taken back whole',
    async () => {
      const steve = await addPerson(
        personDraft('Steve', ['steve.tan@example.com', 'joerg.mueller@example.com']),
        now,
      );
      await fc.assert(
        fc.asyncProperty(damagedFile, async (text) => {
          const blob = bytesOf(text);
          const contacts = await contactsOf(blob);
          const chosen = new Set(contacts.keys());
          const people = await importPeople({ contacts, chosen }, now);
          for (const one of await db.people.toArray()) expect(personSchema.parse(one)).toEqual(one);
          await people.undo();
          expect(await db.people.toArray()).toEqual([steve]);
          const calendar = await outcome(readCalendar(blob, options));
          if (!calendar) return;
          const plan = await previewMeetings(calendar, 500);
          const { added, undo } = await importMeetings(calendar, 500, now);
          expect(added).toBe(plan.meetings.length);
          for (const { timeline: _, ...row } of await db.meetings.toArray()) {
            expect(meetingSchema.parse(row)).toEqual(row);
          }
          await undo();
          expect(await db.meetings.count()).toBe(0);
        }),
        { numRuns: RUNS / 50 },
      );
    },
    RUNS * 30,
  );
});

describe('a bomb', () => {
  const million = portion(1_000_000, 1_000_000);
  const calendar = (lines: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20000101T000000Z\n${lines}\nEND:VEVENT\nEND:VCALENDAR`;

  test.each([
    ['every second for ever', calendar('RRULE:FREQ=SECONDLY')],
    ['every second, ten rules', calendar('RRULE:FREQ=SECONDLY\n'.repeat(10))],
    ['a day that never comes', calendar('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')],
    ['a year that never comes', calendar('RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15;BYDAY=1MO')],
    [
      'every second of each day',
      calendar(`RRULE:FREQ=DAILY;BYSECOND=${[...Array(60).keys()]};BYMINUTE=${[...Array(60).keys()]}`),
    ],
    ['an interval of a thousand million', calendar('RRULE:FREQ=DAILY;INTERVAL=1000000000')],
    ['guests without end', calendar('ATTENDEE:mailto:a@example.com\n'.repeat(million / 5))],
    ['one line without end', `BEGIN:VCARD\nFN:${'a'.repeat(10 * million)}\nEND:VCARD`],
    ['folds without end', `BEGIN:VCARD\nFN:a\n${' \n'.repeat(5 * million)}END:VCARD`],
    [
      'cards within cards',
      `${'BEGIN:VCARD\n'.repeat(million / 10)}FN:x\n${'END:VCARD\n'.repeat(million / 10)}`,
    ],
    [
      'quoted-printable without end',
      `BEGIN:VCARD\nFN;QUOTED-PRINTABLE:${'=41=\n'.repeat(million)}\nEND:VCARD`,
    ],
    ['a photo without end', `BEGIN:VCARD\nFN:Ana\nPHOTO:${'x\n '.repeat(5 * million)}\nEND:VCARD`],
    ['quotes without end', `a,"${'""'.repeat(2 * million)}`],
    ['columns without end', `${'a,'.repeat(million)}\n`],
    ['rows without end', 'Ana,ana@example.com\n'.repeat(million)],
    ['carriage returns alone', `BEGIN:VCARD\r${'FN:Ana\r'.repeat(million / 2)}END:VCARD`],
  ])('%s', async (_, text) => {
    const blob = bytesOf(text);
    // Each reading by itself: what the first has left behind is not the second's.
    (await measured(() => contactsOf(blob))).forEach(expectContact);
    const found = await measured(() => outcome(readCalendar(blob, options)));
    if (found) expectReading(found);
  });
});

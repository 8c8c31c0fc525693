import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { anyText } from '../../fixtures/any-text.ts';
import { worked } from '../../setup/worked.ts';

/*
 * Damaged and hostile files: parts of the fixtures cut out, doubled, moved, garbled, with hostile tokens put in, and
 * plain noise. Each is refused for a reason or read into records that hold, within a second and 200 MB.
 */

const RUNS = process.env.PEERSIDE_FULL ? 100_000 : 3_000;
const SECOND = 1_000;
const MEMORY = 200_000_000;
const now = new Date('2026-11-21T12:00:00Z');
const options = { now, zone: 'Europe/Lisbon' };

const folder = join(import.meta.dirname, '../../fixtures/formats');
const seeds = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => readFileSync(join(folder, name)).toString('latin1'));

const tokens = [
  '__proto__',
  'constructor',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'BEGIN:VEVENT\r\n',
  'END:VEVENT\r\n',
  'BEGIN:VTIMEZONE\r\nTZID:__proto__\r\n',
  ';__PROTO__=x',
  ';CONSTRUCTOR=x;TYPE=__proto__',
  'RRULE:FREQ=SECONDLY\r\n',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n',
  'RRULE:FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1\r\n',
  'RRULE:FREQ=DAILY;INTERVAL=999999999\r\n',
  'RRULE:FREQ=WEEKLY;BYDAY=MO;BYWEEKNO=54\r\n',
  'RRULE:FREQ=YEARLY;BYYEARDAY=-366\r\n',
  'RRULE:FREQ=DAILY;BYSETPOS=400\r\n',
  'RRULE:FREQ=HOURLY;COUNT=999999999\r\n',
  'DTSTART:99991231T235959Z\r\n',
  'DTSTART:00000000T000000\r\n',
  'DTSTART;TZID=W. Europe Standard Time:19000101T000000\r\n',
  'DTEND;TZID=America/New_York:20990101T000000\r\n',
  'DURATION:P99999999W\r\n',
  'DURATION:-PT1H\r\n',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20261119T140000Z\r\n',
  'EXDATE:20261119,x,20261120T000000Z\r\n',
  'RDATE;VALUE=PERIOD:20261119T000000Z/PT1H\r\n',
  'TZOFFSETTO:+9999\r\n',
  'ATTENDEE;CN="a:mailto:ana@example.com\r\n',
  ';ENCODING=QUOTED-PRINTABLE:=\r\n',
  ';CHARSET=utf-7;QUOTED-PRINTABLE:=FF=',
  'EMAIL:',
  'mailto:',
  ':::',
  '"',
  '""',
  '\\',
  '\\n',
  ';',
  ',',
  '\t',
  '\r',
  '\r\n ',
  '\n',
  '=',
  '\u0000',
  'ÿþ',
  'þÿ',
  'ï»¿',
  'PK\u0003\u0004',
  'a'.repeat(5_000),
  ';'.repeat(3_000),
  '"'.repeat(2_001),
  '\r\n '.repeat(2_000),
  'ATTENDEE:mailto:a@example.com\r\n'.repeat(600),
];

/** One change of a file, by fractions of its length, so that shrinking makes it smaller. */
const change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'swap', 'token', 'token', 'flip', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  token: fc.constantFrom(...tokens),
  byte: fc.integer({ min: 0, max: 255 }),
});

const file = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 6 }))
      .map(mutated),
  },
  { weight: 1, arbitrary: anyText(300) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 20 }).map((all) => all.join('')),
  },
);

function mutated([seed, changes]: [
  string,
  readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[],
]) {
  let text = seed;
  for (const { kind, at, length, token, byte } of changes) {
    const from = Math.floor(at * text.length);
    const part = text.slice(from, from + length);
    const [before, after] = [text.slice(0, from), text.slice(from + length)];
    if (kind === 'cut') text = before + after;
    else if (kind === 'double') text = before + part + part + after;
    else if (kind === 'swap') text = after + part + before;
    else if (kind === 'token') text = before + token + part + after;
    else if (kind === 'flip') text = before + String.fromCharCode(byte) + part.slice(1) + after;
    else text = before;
  }
  return text;
}

const bytesOf = (text: string) => new Blob([Buffer.from(text, 'latin1')]);

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

let slowest = 0;
let largest = 0;

/** Runs, and notes how long it took and what it held. */
async function measured<T>(work: () => Promise<T>): Promise<T> {
  const before = process.memoryUsage().heapUsed;
  const started = worked();
  const result = await work();
  const took = worked() - started;
  const held = process.memoryUsage().heapUsed - before;
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
        fc.asyncProperty(file, async (text) => {
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
        fc.asyncProperty(file, async (text) => {
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
    ['guests without end', calendar('ATTENDEE:mailto:a@example.com\n'.repeat(200_000))],
    ['one line of ten million', `BEGIN:VCARD\nFN:${'a'.repeat(10_000_000)}\nEND:VCARD`],
    ['ten million folds', `BEGIN:VCARD\nFN:a\n${' \n'.repeat(5_000_000)}END:VCARD`],
    ['cards within cards', `${'BEGIN:VCARD\n'.repeat(100_000)}FN:x\n${'END:VCARD\n'.repeat(100_000)}`],
    [
      'quoted-printable without end',
      `BEGIN:VCARD\nFN;QUOTED-PRINTABLE:${'=41=\n'.repeat(1_000_000)}\nEND:VCARD`,
    ],
    ['a photo of ten million', `BEGIN:VCARD\nFN:Ana\nPHOTO:${'x\n '.repeat(5_000_000)}\nEND:VCARD`],
    ['quotes without end', `a,"${'""'.repeat(2_000_000)}`],
    ['a row of a million columns', `${'a,'.repeat(1_000_000)}\n`],
    ['a million rows', 'Ana,ana@example.com\n'.repeat(1_000_000)],
    ['carriage returns alone', `BEGIN:VCARD\r${'FN:Ana\r'.repeat(500_000)}END:VCARD`],
  ])('%s', async (_, text) => {
    const blob = bytesOf(text);
    const started = worked();
    const before = process.memoryUsage().heapUsed;
    (await contactsOf(blob)).forEach(expectContact);
    const found = await outcome(readCalendar(blob, options));
    if (found) expectReading(found);
    // It is read twice.
    expect(worked() - started).toBeLessThan(SECOND * 2);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MEMORY);
  });
});

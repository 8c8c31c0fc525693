import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeEventId } from '../../../entrypoints/calendar.content/reader/event-id.ts';
import { meeting as schema } from '../../../prep/records/meeting.ts';
import { db } from '../../../storage/db.ts';
import { importMeetings, previewMeetings } from '../../../storage/formats/import-meetings.ts';
import { readCalendar, readCalendarText } from '../../../storage/formats/read-calendar.ts';
import { meetingRow } from '../../../storage/meetings.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { listSnapshots } from '../../../storage/snapshots.ts';
import { aMeeting } from './records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const now = new Date('2026-11-21T12:00:00Z');
const options = { now, zone: 'Europe/Lisbon' };
const fixtures = join(import.meta.dirname, '../../fixtures/formats');
const google = () => readCalendar(new Blob([readFileSync(join(fixtures, 'google-calendar.ics'))]), options);

async function steveAndAna() {
  const steve = await addPerson(personDraft('Steve Tan', ['steve.tan@example.com']));
  const ana = await addPerson(personDraft('Ana Lima', ['ana.lima+work@example.com']));
  return { steve, ana };
}

const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n');

describe('an import', () => {
  test('takes meetings with people who are here, after a snapshot; undo takes them away', async () => {
    const { steve, ana } = await steveAndAna();
    const reading = await google();
    const plan = await previewMeetings(reading, 10);
    expect(plan).toMatchObject({ withoutPeers: 0, declined: 1, large: 0 });
    expect(await db.meetings.count()).toBe(0);
    const { added, undo } = await importMeetings(reading, 10, now);
    expect(added).toBe(5);
    const rows = await db.meetings.toArray();
    for (const { timeline: _, ...row } of rows) expect(schema.parse(row)).toEqual(row);
    expect(rows.map(({ day, personIds }) => [day, personIds]).sort()).toEqual([
      ['2026-09-24', [steve.id]],
      ['2026-10-08', [steve.id]],
      ['2026-11-06', [steve.id]],
      ['2026-12-03', [steve.id]],
      ['2026-12-11', [ana.id]],
    ]);
    expect((await listSnapshots()).map(({ reason }) => reason)).toEqual(['import']);
    expect((await previewMeetings(reading, 10)).meetings.every(({ here }) => here)).toBe(true);
    expect((await importMeetings(reading, 10, now)).added).toBe(0);
    await undo();
    expect(await db.meetings.count()).toBe(0);
  });

  test('names an event of Google as the calendar page does, so that it is the same meeting there', async () => {
    const { steve } = await steveAndAna();
    await importMeetings(await google(), 10, now);
    const page = decodeEventId(btoa('aaa111_20261105T140000Z diane.moreau@example.com'));
    const row = await db.meetings.where('eventKey').equals(page!.key).first();
    expect(row).toMatchObject({ seriesKey: page!.seriesKey, personIds: [steve.id], day: '2026-11-06' });
  });

  test('passes over a meeting that is here at the same time with the same person', async () => {
    const { steve } = await steveAndAna();
    await db.meetings.add(
      meetingRow(aMeeting({ personIds: [steve.id], day: '2026-10-08', start: '2026-10-08T13:00:00.000Z' })),
    );
    const plan = await previewMeetings(await google(), 10);
    expect(plan.meetings.filter(({ here }) => here).map(({ meeting }) => meeting.day)).toEqual([
      '2026-10-08',
    ]);
  });

  test('undo leaves a meeting that was prepared, or that anything was written for', async () => {
    await steveAndAna();
    const { undo } = await importMeetings(await google(), 10, now);
    const [first, second] = await db.meetings.orderBy('day').toArray();
    await db.meetings.update(first!.id, { source: 'prepared' });
    await db.topics.add({
      id: 't',
      createdAt: first!.createdAt,
      updatedAt: first!.createdAt,
      personIds: second!.personIds,
      text: 'Launch',
      state: 'open',
      closedAt: null,
      raisedIn: [second!.id],
      presentOn: null,
      stances: {},
      shareable: false,
      openFor: [],
    });
    await undo();
    expect((await db.meetings.orderBy('day').toArray()).map(({ day }) => day)).toEqual([
      '2026-09-24',
      '2026-10-08',
    ]);
  });

  test('counts larger meetings apart', async () => {
    await steveAndAna();
    const guests = ['a', 'b', 'steve.tan'].map((name) => `ATTENDEE:mailto:${name}@example.com`);
    const reading = await readCalendarText(event('DTSTART:20261119T140000Z', ...guests), options);
    expect(await previewMeetings(reading, 2)).toMatchObject({ large: 1, meetings: [] });
    expect((await previewMeetings(reading, 10)).meetings).toHaveLength(1);
  });

  test('counts those apart that have an ignored word in their title, and takes none of them', async () => {
    await steveAndAna();
    await changeSettings({ ignoredWords: ['all hands'] });
    const guest = 'ATTENDEE:mailto:steve.tan@example.com';
    const reading = await readCalendarText(
      event('DTSTART:20261119T140000Z', 'SUMMARY:All-Hands of the week', guest),
      options,
    );
    expect(await previewMeetings(reading, 10)).toMatchObject({ ignored: 1, meetings: [] });
    expect((await importMeetings(reading, 10)).added).toBe(0);
  });
});

/** The starts of what an event leads to. */
async function starts(...lines: string[]) {
  const reading = await readCalendarText(event(...lines), options);
  return reading.meetings.map(({ start, day }) => start ?? day);
}

describe('when events happen', () => {
  test.each<[string, string[], string[]]>([
    [
      'over the change of clocks',
      ['DTSTART;TZID=Europe/Lisbon:20261024T100000', 'RRULE:FREQ=DAILY;COUNT=2'],
      ['2026-10-24T09:00:00.000Z', '2026-10-25T10:00:00.000Z'],
    ],
    [
      'a zone named as Evolution does',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261119T090000'],
      ['2026-11-19T14:00:00.000Z'],
    ],
    ["floating: the user's own zone", ['DTSTART:20261024T100000'], ['2026-10-24T09:00:00.000Z']],
    ['all day, each year', ['DTSTART;VALUE=DATE:19901201', 'RRULE:FREQ=YEARLY'], ['2026-12-01']],
    [
      'every day since 2007',
      ['DTSTART:20070101T090000Z', 'RRULE:FREQ=DAILY;UNTIL=20260925T000000Z'],
      ['2026-09-23T09:00:00.000Z', '2026-09-24T09:00:00.000Z'],
    ],
    [
      'UNTIL in UTC, of a time in the evening',
      ['DTSTART;TZID=America/New_York:20261118T200000', 'RRULE:FREQ=DAILY;UNTIL=20261120T010000Z'],
      ['2026-11-19T01:00:00.000Z', '2026-11-20T01:00:00.000Z'],
    ],
    [
      'UNTIL a day: the whole of it',
      ['DTSTART:20261118T140000Z', 'RRULE:FREQ=DAILY;UNTIL=20261119'],
      ['2026-11-18T14:00:00.000Z', '2026-11-19T14:00:00.000Z'],
    ],
    [
      'the last working day of a month',
      ['DTSTART:20260930T120000Z', 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
      [
        '2026-09-30T12:00:00.000Z',
        '2026-10-30T12:00:00.000Z',
        '2026-11-30T12:00:00.000Z',
        '2026-12-31T12:00:00.000Z',
      ],
    ],
    ['outside the window', ['DTSTART:20260922T115959Z'], []],
    ['at its first moment', ['DTSTART:20260922T120000Z'], ['2026-09-22T12:00:00.000Z']],
    ['cancelled', ['DTSTART:20261119T140000Z', 'STATUS:CANCELLED'], []],
    [
      'an EXDATE in another zone',
      [
        'DTSTART:20261119T140000Z',
        'RRULE:FREQ=DAILY;COUNT=2',
        'EXDATE;TZID=America/New_York:20261119T090000',
      ],
      ['2026-11-20T14:00:00.000Z'],
    ],
    [
      'days without an end of the rule',
      ['DTSTART:20261119T140000Z', 'RRULE:FREQ=MINUTELY'],
      ['2026-11-19T14:00:00.000Z'],
    ],
    [
      'a rule no library understands',
      ['DTSTART:20261119T140000Z', 'RRULE:FREQ=WEEKLY;BYMONTHDAY=3'],
      ['2026-11-19T14:00:00.000Z'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await starts(...lines)).toEqual(expected);
  });

  test('of two versions of an event the later one counts', async () => {
    const one = event('DTSTART:20261119T140000Z', 'SEQUENCE:2', 'SUMMARY:New');
    const two = event('DTSTART:20261118T140000Z', 'SEQUENCE:1', 'SUMMARY:Old');
    const reading = await readCalendarText(`${one}\n${two}`, options);
    expect(reading.meetings.map(({ title }) => title)).toEqual(['New']);
  });

  test('a moved occurrence whose new day is outside leaves no gap behind it filled', async () => {
    const series = event('DTSTART:20261119T140000Z', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const moved = event('DTSTART:20270319T140000Z', 'RECURRENCE-ID:20261126T140000Z');
    const reading = await readCalendarText(`${series}\n${moved}`, options);
    expect(reading.meetings.map(({ start }) => start)).toEqual(['2026-11-19T14:00:00.000Z']);
  });
});

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { instantOf, wallAt, wallMs, zoneName } from '../../../prep/formats/wall-time.ts';
import { repeats } from '../../../storage/formats/repeats.ts';
import { namedZone, Zones } from '../../../storage/formats/zones.ts';
import { portion } from '../../setup/portion.ts';
import { worked } from '../../setup/worked.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ms = (iso: string) => Date.parse(iso);
const wall = (iso: string) => wallAt(ms(`${iso}Z`), 'UTC');

describe('wall time', () => {
  test.each([
    ['an ordinary time', '2026-11-19T14:00:00', 'Europe/Lisbon', '2026-11-19T14:00:00Z'],
    ['in summer', '2026-07-19T14:00:00', 'Europe/Lisbon', '2026-07-19T13:00:00Z'],
    ['twice there: the first', '2026-10-25T01:30:00', 'Europe/Lisbon', '2026-10-25T00:30:00Z'],
    ['leapt over: by the offset before', '2026-03-29T01:30:00', 'Europe/Lisbon', '2026-03-29T01:30:00Z'],
    ['half an hour of saving', '2026-10-04T02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['a day that a zone left out', '2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
    ['before zones', '1850-01-01T00:00:00', 'Europe/Lisbon', '1850-01-01T00:36:45Z'],
  ])('%s', (_, local, zone, instant) => {
    expect(new Date(instantOf(wall(local), zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  test('property: what the clocks show leads back to the instant, or to the first of two', () => {
    const zone = fc.constantFrom(
      'Europe/Lisbon',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Chatham',
      'UTC',
    );
    fc.assert(
      fc.property(fc.integer({ min: ms('1971-01-01'), max: ms('2040-01-01') }), zone, (at, name) => {
        const second = Math.floor(at / 1_000) * 1_000;
        const back = instantOf(wallAt(second, name), name);
        expect(back === second || back === second - HOUR).toBe(true);
        expect(wallAt(back, name)).toEqual(wallAt(second, name));
      }),
    );
  });

  test.each([
    ['Europe/Lisbon', 'Europe/Lisbon'],
    ['/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['W. Europe Standard Time', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('a zone named %j is %j', (name, zone) => {
    expect(zoneName(name)).toBe(zone);
  });
});

const WEST_EUROPE = [
  'BEGIN:VCALENDAR',
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16011028T030000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010325T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
  'END:VCALENDAR',
].join('\r\n');

describe('a zone that a file defines', () => {
  const berlin = namedZone('Europe/Berlin');
  const zones = new Zones(ICAL, berlin);
  zones.define(WEST_EUROPE);
  const own = zones.byName('W. Europe Standard Time')!;

  test('property: tells the same as the time zone database, but for the hour of a change', () => {
    const at = fc.integer({ min: ms('2000-01-01'), max: ms('2034-01-01') });
    fc.assert(
      fc.property(at, (instant) => {
        const second = Math.floor(instant / 1_000) * 1_000;
        const near =
          wallMs(berlin.wall(second - 3 * HOUR)) - second !==
          wallMs(berlin.wall(second + 3 * HOUR)) - second - 6 * HOUR;
        fc.pre(!near);
        expect(own.wall(second)).toEqual(berlin.wall(second));
        expect(own.instant(berlin.wall(second))).toBe(second);
      }),
    );
  });

  test.each([
    ['that changes every second', WEST_EUROPE.replace('FREQ=YEARLY', 'FREQ=SECONDLY')],
    [
      'that changes on a day that never comes',
      WEST_EUROPE.replace('BYDAY=-1SU;BYMONTH=10', 'BYDAY=9SU;BYMONTH=13'),
    ],
    ['without offsets', WEST_EUROPE.replaceAll(/TZOFFSET.*\r\n/g, '')],
    ['that is damaged', WEST_EUROPE.replace('DTSTART:16011028T030000', 'DTSTART')],
  ])('%s is not known, or reckoned with quickly', (_, text) => {
    const some = new Zones(ICAL, berlin);
    some.define(text);
    const started = worked();
    const zone = some.byName('W. Europe Standard Time');
    if (zone) expect(Number.isFinite(zone.instant(wall('2026-11-19T14:00:00')))).toBe(true);
    expect(worked() - started).toBeLessThan(500);
  });
});

describe('a rule', () => {
  const window = [ms('2026-09-20'), ms('2027-01-22')] as const;

  /** Every time of a rule from its first on, by the library alone. */
  function all(rule: string, first: string): number[] {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(first, undefined as never));
    const times: number[] = [];
    for (let time = iterator.next(); time; time = iterator.next()) {
      if (wallMs(time) >= window[1]) break;
      times.push(wallMs(time));
    }
    return times;
  }

  test('property: gives the times that the library finds when it walks from the first one', () => {
    const rule = fc
      .record({
        freq: fc.constantFrom('DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        interval: fc.integer({ min: 1, max: 5 }),
        days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
        count: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
        week: fc.constantFrom('', ';WKST=SU', ';WKST=MO'),
      })
      .map(({ freq, interval, days, count, week }) =>
        [
          `FREQ=${freq};INTERVAL=${interval}${week}`,
          days.length > 0 && freq !== 'YEARLY' ? `BYDAY=${days}` : '',
          count ? `COUNT=${count}` : '',
        ]
          .filter(Boolean)
          .join(';'),
      );
    const first = fc
      .integer({ min: ms('2023-01-01') / DAY, max: ms('2027-01-01') / DAY })
      .map((day) => `${new Date(day * DAY).toISOString().slice(0, 10)}T09:30:00`);
    fc.assert(
      fc.property(rule, first, (text, start) => {
        const found = repeats(
          ICAL,
          { rule: ICAL.Recur.fromString(text), until: undefined },
          wall(start),
          window,
        );
        const expected = all(text, start).filter((time) => time >= window[0]);
        expect(found).toEqual(expected);
      }),
      { numRuns: portion(2_000, 150) },
    );
  }, 60_000);

  test('a stand-up of forty years costs little', () => {
    const started = worked();
    const daily = { rule: ICAL.Recur.fromString('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'), until: undefined };
    expect(repeats(ICAL, daily, wall('1986-01-01T09:00:00'), window)).toHaveLength(89);
    expect(worked() - started).toBeLessThan(200);
  });
});

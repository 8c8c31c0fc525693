import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cadenceAt, standing } from '../../../prep/cadence.ts';
import { addDays } from '../../../prep/days.ts';
import type { Cadence } from '../../../prep/records/person.ts';
import { timeToMeet } from '../../../prep/time-to-meet.ts';
import { aPerson } from '../../fixtures/records.ts';

const TWO_WEEKS: Cadence = { ideal: 14, latest: 28 };

describe('where a day stands', () => {
  test.each([
    ['2026-11-19', 'early'],
    ['2026-12-02', 'early'],
    ['2026-12-03', 'in-time'],
    ['2026-12-10', 'in-time'],
    ['2026-12-11', 'time-to-meet'],
    ['2026-12-17', 'time-to-meet'],
    ['2026-12-18', 'late'],
    ['2026-11-18', 'early'],
  ] as const)('met on 19 November, every two weeks, four at the latest: %s is %s', (today, state) => {
    expect(standing('2026-11-19', today, TWO_WEEKS, null).state).toBe(state);
  });

  test('names the days between which to meet, and how long it has been', () => {
    expect(standing('2026-10-29', '2026-11-19', TWO_WEEKS, null)).toEqual({
      state: 'in-time',
      since: 21,
      idealOn: '2026-11-12',
      latestOn: '2026-11-26',
    });
  });

  test.each([
    ['never met', null, TWO_WEEKS, null, 'first'],
    ['no cadence', '2026-01-01', null, null, 'none'],
    ['paused until tomorrow', '2026-01-01', TWO_WEEKS, '2026-11-20', 'none'],
    ['the pause is over today', '2026-01-01', TWO_WEEKS, '2026-11-19', 'late'],
    ['an exact interval, on the day', '2026-11-05', { ideal: 14, latest: 14 }, null, 'in-time'],
    ['an exact interval, a day after', '2026-11-04', { ideal: 14, latest: 14 }, null, 'late'],
    ['a latest below the ideal counts as the ideal', '2026-11-05', { ideal: 14, latest: 3 }, null, 'in-time'],
  ] as const)('%s', (_, lastMet, cadence, paused, state) => {
    expect(standing(lastMet, '2026-11-19', cadence, paused).state).toBe(state);
  });

  test.each([
    // A week over the night that has 23 hours, and over the one that has 25; a leap day.
    ['2026-03-26', '2026-04-02'],
    ['2026-10-22', '2026-10-29'],
    ['2024-02-26', '2024-03-04'],
  ])('a week from %s is %s', (lastMet, today) => {
    const weekly = { ideal: 7, latest: 7 };
    expect(standing(lastMet, addDays(today, -1), weekly, null).state).toBe('early');
    expect(standing(lastMet, today, weekly, null)).toMatchObject({
      state: 'in-time',
      since: 7,
      idealOn: today,
    });
    expect(standing(lastMet, addDays(today, 1), weekly, null).state).toBe('late');
  });

  test('time goes one way: the states follow each other', () => {
    const order = ['early', 'in-time', 'time-to-meet', 'late'];
    const cadence = fc.tuple(fc.integer({ min: 1, max: 730 }), fc.integer({ min: 0, max: 730 }));
    fc.assert(
      fc.property(cadence, fc.nat(2000), fc.nat(200), ([ideal, more], days, later) => {
        const at = (count: number) => {
          const day = addDays('2024-02-28', count);
          return order.indexOf(standing('2024-02-28', day, { ideal, latest: ideal + more }, null).state);
        };
        expect(at(days)).toBeGreaterThanOrEqual(0);
        expect(at(days + later)).toBeGreaterThanOrEqual(at(days));
      }),
    );
  });
});

describe('time to meet', () => {
  const today = '2026-11-19';
  const met = (id: string, days: number | null, cadence: Cadence | null, change = {}) => ({
    person: aPerson({ id, cadence, ...change }),
    lastMet: days === null ? null : addDays(today, -days),
  });
  const names = (people: ReturnType<typeof met>[], planned?: Set<string>) =>
    timeToMeet(people, today, planned).map(({ person }) => person.id);

  test('who is past the latest day comes first, by intervals missed; then who is past the ideal one', () => {
    expect(
      names([
        met('ideal reached', 14, TWO_WEEKS),
        met('long past the ideal', 27, TWO_WEEKS),
        met('a week late for two months', 63, { ideal: 42, latest: 56 }),
        met('a week late for a week', 14, { ideal: 3, latest: 7 }),
        met('early', 13, TWO_WEEKS),
      ]),
    ).toEqual([
      'a week late for a week',
      'a week late for two months',
      'long past the ideal',
      'ideal reached',
    ]);
  });

  test('nobody is listed who is archived, paused, without cadence, never met, or met anyway', () => {
    const people = [
      met('archived', 60, TWO_WEEKS, { archivedAt: '2026-11-01T10:00:00.000Z' }),
      met('paused', 60, TWO_WEEKS, { pausedUntil: '2026-12-01' }),
      met('without', 60, null),
      met('never', null, TWO_WEEKS),
      met('today', 60, TWO_WEEKS),
      met('listed', 60, TWO_WEEKS),
    ];
    expect(names(people, new Set(['today']))).toEqual(['listed']);
  });

  test('the order is the same however the people come', () => {
    const one = fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      days: fc.option(fc.nat(100)),
      ideal: fc.integer({ min: 1, max: 60 }),
      more: fc.nat(30),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (all, chance) => {
          const people = all.map(({ id, days, ideal, more }) =>
            met(id, days, { ideal, latest: ideal + more }),
          );
          const mixed = people
            .map((person) => ({ person, at: chance.next().value }))
            .sort((a, b) => a.at - b.at);
          expect(names(mixed.map(({ person }) => person))).toEqual(names(people));
        },
      ),
    );
  });
});

describe('the cadence that a meeting is judged by', () => {
  const every = (ideal: number): Cadence => ({ ideal, latest: 2 * ideal });
  const change = (at: string, from: Cadence | null, meetingId: string | null = null) => ({
    at: `2026-11-${at}T15:00:00.000Z`,
    from,
    meetingId,
  });
  const day = (at: string) => `2026-11-${at}T10:00:00.000Z`;

  test.each([
    ['nothing has changed', [], '19', 7],
    ['a change before it counts', [change('18', every(14))], '19', 7],
    ['a later one does not', [change('19', every(14))], '19', 14],
    [
      'of several later ones the first says what was',
      [change('21', every(28)), change('20', null)],
      '19',
      null,
    ],
    ['its own does not, also when it was closed before its time', [change('18', every(14), 'own')], '19', 14],
    ['one of the meeting before counts', [change('18', every(14), 'other')], '19', 7],
    [
      'what came before its own is older than it',
      [change('19', every(14), 'own'), change('01', null)],
      '19',
      14,
    ],
  ] as const)('%s', (_, changes, start, ideal) => {
    expect(cadenceAt(every(7), changes, day(start), 'own')?.ideal ?? null).toBe(ideal);
  });
});

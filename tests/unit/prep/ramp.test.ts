import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standing } from '../../../prep/cadence.ts';
import { presetFor } from '../../../prep/cadence-pairs.ts';
import { latestFor, readCadence } from '../../../prep/cadence-presets.ts';
import { addDays } from '../../../prep/days.ts';
import { cadenceOn, RAMP_DAYS } from '../../../prep/ramp.ts';
import { timeToMeet } from '../../../prep/time-to-meet.ts';
import { aPerson } from '../../fixtures/records.ts';

const OWN = { ideal: 28, latest: 42 };
const ramped = aPerson({ cadence: OWN, rampFrom: '2026-11-02' });

test.each([
  ['2026-11-01', 28],
  ['2026-11-02', 3],
  ['2026-11-15', 3],
  ['2026-11-16', 7],
  ['2026-12-27', 7],
  ['2026-12-28', 28],
])('on %s of a ramp from 2 November the ideal is %i days', (day, ideal) => {
  expect(cadenceOn(ramped, day)?.ideal).toBe(ideal);
});

test('a ramp lasts as long whatever the clock does, and no ramp changes nothing', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, after) => {
      const day = addDays(from, after);
      const within = after >= 0 && after < RAMP_DAYS;
      expect(cadenceOn({ cadence: OWN, rampFrom: from }, day) !== OWN).toBe(within);
      expect(cadenceOn({ cadence: OWN, rampFrom: null }, day)).toBe(OWN);
    }),
  );
  for (const ideal of [3, 7]) expect(readCadence(ideal, latestFor(ideal))).toEqual(rampStep(ideal));
});

function rampStep(ideal: number) {
  return cadenceOn(ramped, ideal === 3 ? '2026-11-02' : '2026-11-20');
}

describe('whom it is time to meet', () => {
  const met = (change: Parameters<typeof aPerson>[0]) => [
    { person: aPerson({ cadence: OWN, ...change }), lastMet: '2026-11-05' },
  ];

  test('in a ramp after half a week, without a cadence of their own too', () => {
    const due = (change: Parameters<typeof aPerson>[0], day: string) =>
      timeToMeet(met(change), day).map((one) => one.standing.state);
    expect(due({ rampFrom: '2026-11-02' }, '2026-11-07')).toEqual([]);
    expect(due({ rampFrom: '2026-11-02' }, '2026-11-08')).toEqual(['in-time']);
    expect(due({ rampFrom: '2026-11-02', cadence: null }, '2026-11-13')).toEqual(['late']);
    expect(due({}, '2026-11-13')).toEqual([]);
  });

  test.each([
    ['2026-12-31', 1],
    ['2027-01-01', 0],
    [null, 1],
  ])('not who was put off until later: %s', (until, count) => {
    const due = timeToMeet(met({ snoozedUntil: until }), '2026-12-31');
    expect(due).toHaveLength(count);
  });

  test('put off, the cadence goes on: only a pause stops it', () => {
    expect(standing('2026-11-05', '2026-12-31', OWN, null).state).toBe('late');
    expect(standing('2026-11-05', '2026-12-31', OWN, '2027-01-01').state).toBe('none');
  });
});

test.each([
  ['Engineering manager', 'Director of Quality', [], 14, 'roles'],
  ['Product lead', 'UX designer', ['share-resources'], 14, 'roles'],
  ['Head of Sales', 'Customer Success', [], 42, 'roles'],
  ['Marketing', 'Sales', [], 42, 'roles'],
  ['', 'Support Lead', ['hand-work', 'receive-work'], 7, 'connection'],
  ['Legal', 'Finance', ['shared-problem'], 7, 'connection'],
  ['Legal', 'Finance', ['hand-work'], 14, 'connection'],
  ['Legal', 'Finance', ['same-manager', 'support'], 28, 'connection'],
] as const)(
  'a cadence for %j and %j who connect by %j: %i days, by their %s',
  (own, role, by, ideal, why) => {
    const preset = presetFor(own, role, by);
    expect(preset).toMatchObject({ cadence: { ideal }, why });
    expect(presetFor(role, own, by)).toEqual(preset);
    expect(readCadence(preset!.cadence.ideal, preset!.cadence.latest)).toBeDefined();
  },
);

test('where nothing is known nothing is suggested', () => {
  expect(presetFor('', '', [])).toBeUndefined();
  expect(presetFor('Astronaut', 'Baker', [])).toBeUndefined();
});

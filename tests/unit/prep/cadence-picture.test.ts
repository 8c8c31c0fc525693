import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCadence } from '../../../prep/cadence-picture.ts';
import { addDays } from '../../../prep/days.ts';

const cadence = { ideal: 14, latest: 28 };

test('dots, the band after the last one, and this meeting stand where their days are', () => {
  const drawn = drawCadence({
    past: ['2026-10-08', '2026-10-29'],
    meeting: '2026-11-19',
    today: '2026-11-19',
    cadence,
    // 49 days from the first to the latest: two px a day.
    width: 8 + 49 * 2 + 8,
  });
  expect(drawn).toEqual({
    dots: [
      { day: '2026-10-08', x: 8 },
      { day: '2026-10-29', x: 50 },
    ],
    band: { x: 78, width: 28, from: '2026-11-12', to: '2026-11-26' },
    next: { day: '2026-11-19', x: 92 },
  });
});

test('only the last five are drawn, one a day, in order', () => {
  const past = [
    '2026-06-01',
    '2026-03-01',
    '2026-05-01',
    '2026-05-01',
    '2026-02-01',
    '2026-04-01',
    '2026-01-01',
  ];
  const { dots } = drawCadence({ past, meeting: null, today: '2026-06-10', cadence: null, width: 176 });
  expect(dots.map(({ day }) => day)).toEqual([
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
    '2026-06-01',
  ]);
});

test('without a past there is neither dot nor band; without a meeting no ring', () => {
  const drawn = drawCadence({ past: [], meeting: null, today: '2026-11-19', cadence, width: 176 });
  expect(drawn).toEqual({ dots: [], band: null, next: null });
});

test('an ideal that is also the latest is still seen as a band round its day', () => {
  const { band, next } = drawCadence({
    past: ['2026-11-05'],
    meeting: '2026-11-19',
    today: '2026-11-19',
    cadence: { ideal: 14, latest: 14 },
    width: 176,
  });
  expect(band).toMatchObject({ x: 166, width: 4 });
  expect(next?.x).toBe(168);
});

test('everything is inside the picture, from left to right as in time', () => {
  const offset = fc.nat(1500);
  const span = fc.option(fc.record({ ideal: fc.integer({ min: 1, max: 90 }), more: fc.nat(90) }));
  const width = fc.integer({ min: 20, max: 900 });
  fc.assert(
    fc.property(fc.array(offset), fc.option(offset), span, width, (past, meeting, wish, wide) => {
      const day = (count: number) => addDays('2024-01-01', count);
      const drawn = drawCadence({
        past: past.map(day),
        meeting: meeting === null ? null : day(meeting),
        today: day(1500),
        cadence: wish && { ideal: wish.ideal, latest: wish.ideal + wish.more },
        width: wide,
      });
      const xs = drawn.dots.map(({ x }) => x);
      const all = [...xs, drawn.next?.x ?? 8, drawn.band?.x ?? 8];
      for (const x of all) expect(x).toBeGreaterThanOrEqual(4);
      for (const x of all) expect(x).toBeLessThanOrEqual(wide - 4);
      if (drawn.band) expect(drawn.band.x + drawn.band.width).toBeLessThanOrEqual(wide - 4);
      expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
      if (drawn.next) expect(xs.every((x) => x <= (drawn.next?.x ?? 0))).toBe(true);
    }),
  );
});

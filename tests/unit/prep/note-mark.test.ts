import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../prep/days.ts';
import { isExpired, MARKS, markFields } from '../../../prep/note-mark.ts';

test.each([
  ['normal', { sensitivity: 'normal', expiresOn: null }],
  ['half-baked', { sensitivity: 'half-baked', expiresOn: null, shareable: false }],
  ['vent', { sensitivity: 'vent', expiresOn: null, shareable: false }],
  ['vent-7', { sensitivity: 'vent', expiresOn: '2026-11-28', shareable: false }],
  ['vent-30', { sensitivity: 'vent', expiresOn: '2026-12-21', shareable: false }],
] as const)('%s', (mark, fields) => {
  expect(markFields(mark, '2026-11-21')).toEqual(fields);
});

test.each([
  ['2026-11-20', false],
  ['2026-11-21', true],
  ['2026-11-22', true],
])('a note of 21 November, on %s: gone is %s', (today, gone) => {
  expect(isExpired({ expiresOn: '2026-11-21' }, today)).toBe(gone);
});

test('a note goes on its day and not before, and one without a day never', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MARKS), fc.nat(20_000), fc.nat(100), (mark, from, later) => {
      const today = addDays('1980-01-01', from);
      const { expiresOn } = markFields(mark, today);
      const days = { 'vent-7': 7, 'vent-30': 30 }[mark as string] ?? Number.POSITIVE_INFINITY;
      expect(isExpired({ expiresOn }, addDays(today, later))).toBe(later >= days);
    }),
  );
});

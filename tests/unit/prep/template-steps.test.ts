import { expect, test } from 'vitest';
import type { AgendaTemplate } from '../../../prep/records/agenda.ts';
import {
  MOST_STEPS,
  withAdded,
  withBack,
  withMoved,
  withoutStep,
  withWords,
} from '../../../prep/template-steps.ts';

const steps = (ids: string): AgendaTemplate['steps'] =>
  [...ids].map((id) => ({ id, text: `Step ${id}`, kind: id === 'c' ? 'check-in' : 'plain' }));
const ids = (all: AgendaTemplate['steps']) => all.map(({ id }) => id).join('');

test.each([
  ['1234', '2', 1, '1324'],
  ['1234', '3', -1, '1324'],
  ['1234', '4', 1, '1234'],
  ['1234', '1', -1, '1234'],
  ['1234', '1', 9, '2341'],
  ['1234', 'gone', 1, '1234'],
])('of %s, %s moved by %i: %s', (all, id, by, expected) => {
  expect(ids(withMoved(steps(all), id, by))).toBe(expected);
});

test.each([
  ['123', '2', '13'],
  ['c12', 'c', 'c12'],
  ['1', '1', '1'],
  ['12', 'gone', '12'],
])('of %s, %s taken out: %s', (all, id, expected) => {
  expect(ids(withoutStep(steps(all), id))).toBe(expected);
});

test.each([
  ['134', '1234', '2', '1234'],
  ['234', '1234', '1', '1234'],
  ['123', '1234', '4', '1234'],
  // Moved and added meanwhile: after the one that stood before it.
  ['4315', '1234', '2', '43125'],
  // That one is gone, too: after the one before that; with none of them, first.
  ['14', '1234', '3', '134'],
  ['4', '1234', '3', '34'],
  ['1234', '1234', '2', '1234'],
  ['134', '1234', 'never there', '134'],
])('to %s, which was %s, %s comes back: %s', (now, before, id, expected) => {
  expect(ids(withBack(steps(now), steps(before), id))).toBe(expected);
});

test('other words for one that is there; no more steps than fit', () => {
  expect(withWords(steps('12'), '2', 'New').map(({ text }) => text)).toEqual(['Step 1', 'New']);
  expect(ids(withWords(steps('12'), '3', 'New'))).toBe('12');
  const full = Array.from({ length: MOST_STEPS }, (_, id) => ({
    id: `${id}`,
    text: 'A',
    kind: 'plain' as const,
  }));
  expect(withAdded(full, { id: 'x', text: 'B', kind: 'plain' })).toEqual(full);
  expect(ids(withAdded(steps('1'), { id: '2', text: 'B', kind: 'plain' }))).toBe('12');
});

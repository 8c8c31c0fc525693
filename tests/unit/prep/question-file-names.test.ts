import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../prep/address.ts';
import { INTERVALS, latestFor, readCadence } from '../../../prep/cadence-presets.ts';
import { findPersonal } from '../../../prep/personal.ts';

const people = [
  { name: 'Steve Tan', aliases: ['Stevie'] },
  { name: 'José María Pérez', aliases: [] },
  { name: '李 小龙', aliases: [] },
  { name: 'Will Mark', aliases: [] },
  { name: 'X', aliases: [] },
];

describe('names in a text', () => {
  test.each([
    ['What would Steve do?', 'Steve'],
    ['What would STEVE do?', 'STEVE'],
    ["Ask Tan's team", 'Tan'],
    ['Like Stevie said', 'Stevie'],
    ['What does Jose want?', 'Jose'],
    ['问 小龙', '小龙'],
    ['Write to mei@example.com today', 'mei@example.com'],
    ['What will mark the end?', undefined],
    ['A tan stevedore', undefined],
    ['Plan X', undefined],
    ['Nobody here', undefined],
    ['', undefined],
  ])('%s', (text, found) => {
    expect(findPersonal(['Nothing', text], people)).toEqual(found ? [{ at: 1, found }] : []);
  });
});

describe('an address', () => {
  test.each([
    ['mei@example.com', 'mei@example.com'],
    [' MEI@Example.COM ', 'mei@example.com'],
    ['Mei Chen <mei@example.com>', 'mei@example.com'],
    ['mailto:mei@example.com', 'mei@example.com'],
    ["o'neil+peer@mail.example.co.uk", "o'neil+peer@mail.example.co.uk"],
    ['josé@exämple.com', 'josé@exämple.com'],
    ['\u202emei@example.com', 'mei@example.com'],
    ['', undefined],
    ['mei', undefined],
    ['mei@', undefined],
    ['@example.com', undefined],
    ['mei@example', undefined],
    ['mei@example..com', undefined],
    ['mei@example.com.', undefined],
    ['a@b@example.com', undefined],
    ['mei chen@example.com', undefined],
    ['a@example.com, b@example.com', undefined],
    [`${'a'.repeat(250)}@example.com`, undefined],
    ['a'.repeat(100_000), undefined],
  ])('%s', (typed, expected) => {
    expect(readAddress(typed)).toBe(expected);
  });
});

describe('a cadence', () => {
  test('the latest offered is later than the ideal, two weeks with four and six with eight', () => {
    for (const ideal of INTERVALS) expect(latestFor(ideal)).toBeGreaterThan(ideal);
    expect(latestFor(14)).toBe(28);
    expect(latestFor(42)).toBe(56);
    expect(latestFor(730)).toBe(730);
  });

  test.each([
    [14, 28, true],
    [1, 1, true],
    [730, 730, true],
    [14, 13, false],
    [0, 7, false],
    [7, 731, false],
    [1.5, 7, false],
    [Number.NaN, 7, false],
  ])('%d and %d days', (ideal, latest, fits) => {
    expect(readCadence(ideal, latest)).toEqual(fits ? { ideal, latest } : undefined);
  });
});

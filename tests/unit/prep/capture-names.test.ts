import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchIn, matchPeople, mentionAt, newName } from '../../../prep/capture-names.ts';
import type { Person } from '../../../prep/records/person.ts';
import { anyText } from '../../fixtures/any-text.ts';

const person = (name: string, more: Partial<Person> = {}) =>
  ({ id: name, name, aliases: [], archivedAt: null, ...more }) as unknown as Person;
const people = [
  person('Mei Chen'),
  person('Amelie Roux'),
  person('José García', { aliases: ['Pepe'] }),
  person('Tim Mercer'),
  person('Mel Gone', { archivedAt: '2026-01-01T00:00:00.000Z' }),
  person('محمد علي'),
];

describe('the name being typed before the cursor', () => {
  test.each([
    ['@', 0, ''],
    ['tea @me', 4, 'me'],
    ['tea (@me', 5, 'me'],
    ['a\n@me', 2, 'me'],
    ['@ana l', 0, 'ana l'],
    ["@o'neil", 0, "o'neil"],
    ['@José', 0, 'José'],
    ['@محمد', 0, 'محمد'],
    ['@steve and @mei', 11, 'mei'],
  ])('%s', (text, from, typed) => {
    expect(mentionAt(text, text.length)).toEqual({ from, typed });
  });

  test.each([
    '',
    'tea',
    'ana@example',
    'x.@y',
    '@ mei',
    '@mei ',
    '@5pm',
    '@mei\n',
    '@a b c d e',
    '@mei, tea',
  ])('none in %j', (text) => {
    expect(mentionAt(text, text.length)).toBeUndefined();
  });

  test('looks before the cursor alone', () => {
    expect(mentionAt('tea @mei and more', 6)).toEqual({ from: 4, typed: 'm' });
    expect(mentionAt('tea @mei', 3)).toBeUndefined();
  });
});

describe('whom a started name fits', () => {
  test.each([
    ['me', ['Mei Chen', 'Tim Mercer', 'Amelie Roux']],
    ['MEI', ['Mei Chen']],
    ['jose', ['José García']],
    ['garc', ['José García']],
    ['pep', ['José García']],
    ['mei c', ['Mei Chen']],
    ['محم', ['محمد علي']],
    ['zoe', []],
  ])('%s', (typed, names) => {
    expect(matchPeople(typed, people).map((one) => one.name)).toEqual(names);
  });

  test('nothing typed fits all but the archived, so many at most', () => {
    expect(matchPeople('', people)).toHaveLength(5);
    expect(matchPeople('', people, 2)).toHaveLength(2);
  });
});

test.each([
  ['Mei Chen', 'me', 'Me'],
  ['Amelie Roux', 'me', 'me'],
  ['Tim Mercer', 'mer', 'Mer'],
  ['José García', 'jose', 'José'],
  ['Anna Anand', 'anan', 'Anan'],
  ['Mei Chen', '', undefined],
  ['José García', 'pepe', undefined],
])('shows where %s holds %j', (name, typed, part) => {
  const found = matchIn(name, typed);
  expect(found && name.slice(found.from, found.to)).toBe(part);
});

test.each([
  ['zoe', 'Zoe'],
  ['Zoe.', 'Zoe'],
  ['élodie', 'Élodie'],
  ['McKay', 'McKay'],
  ['z', undefined],
  ['zoe b', undefined],
  ['inbox', undefined],
])('a new peer typed %s is called %s', (typed, name) => {
  expect(newName(typed)).toBe(name);
});

test('any text and any place in it: no error, and the name is what stands before the cursor', () => {
  fc.assert(
    fc.property(anyText(80), fc.nat(80), (text, at) => {
      const caret = Math.min(at, text.length);
      const found = mentionAt(text, caret);
      if (found) expect(text.slice(found.from, caret)).toBe(`@${found.typed}`);
      matchPeople(text, people);
      for (const { name } of people) matchIn(name, text);
    }),
  );
});

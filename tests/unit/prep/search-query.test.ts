import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completing,
  hasFilter,
  peopleNamed,
  quoted,
  readQuery,
  toggleFilter,
} from '../../../prep/search-query.ts';

const TODAY = '2026-11-21';
const PEOPLE = [
  { id: 'ana-l', name: 'Ana Lima', aliases: [] },
  { id: 'ana-r', name: 'Ana Roth', aliases: ['Annie'] },
  { id: 'jose', name: 'José O’Neil', aliases: [] },
  { id: 'lima', name: 'Ana', aliases: [] },
  { id: 'aiko', name: '佐藤 愛子', aliases: [] },
];
const read = (text: string) => readQuery(text, PEOPLE, TODAY, 'en-GB');

describe('what a query means', () => {
  test.each([
    ['', {}],
    ['  launch   Week ', { words: ['launch', 'week'] }],
    ['"launch week" Friday', { words: ['launch week', 'friday'] }],
    ['“launch week', { words: ['launch week'] }],
    ['launch launch LAUNCH', { words: ['launch'] }],
    ['re:launch https://a.b', { words: ['re:launch', 'https://a.b'] }],
    ['with:"ana lima" launch', { words: ['launch'], people: [['ana-l']] }],
    ['WITH:an', { people: [['ana-l', 'ana-r', 'lima']] }],
    ['with:ana', { people: [['lima']] }],
    ['with:jose', { people: [['jose']] }],
    ['with:neil', { people: [['jose']] }],
    ['with:愛子', { people: [['aiko']] }],
    ['with:ana with:roth', { people: [['lima'], ['ana-r']] }],
    ['is:open', { open: true }],
    ['is:closed', { open: false }],
    ['is:vent is:v is:', { vent: true }],
    ['after:october before:2026-11-05', { from: '2026-10-01', before: '2026-11-05' }],
    [
      'after:october after:2026-11 before:2026 before:today',
      {
        from: '2026-11-01',
        before: '2026-01-01',
        problems: [{ kind: 'never', after: '2026-11-01', before: '2026-01-01' }],
      },
    ],
    ['with: before: after: launch', { words: ['launch'] }],
    ['before:2026-1 after:octo', { before: '2026-01-01' }],
    ['before:soon', { problems: [{ kind: 'no-day', filter: 'before', value: 'soon' }] }],
    ['is:done', { problems: [{ kind: 'no-state', value: 'done' }] }],
    ['with:bob launch', { words: ['launch'], problems: [{ kind: 'nobody', value: 'bob' }] }],
  ])('%s', (text, expected) => {
    const names = expected as Partial<ReturnType<typeof read>>;
    expect(read(text)).toEqual({ words: [], people: [], problems: [], ...names });
  });

  test('any text is understood somehow, and its words are words to look for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words } = read(text);
        expect(words.every((word) => word !== '' && word === word.trim())).toBe(true);
        expect(new Set(words).size).toBe(words.length);
      }),
    );
  });
});

describe('names', () => {
  test.each([
    ['', ['ana-l', 'ana-r', 'jose', 'lima', 'aiko']],
    ['ana', ['lima', 'ana-l', 'ana-r']],
    ['ana l', ['ana-l']],
    ['lima ana', ['ana-l']],
    ['annie', ['ana-r']],
    ['nei', ['jose']],
    ['jose o', ['jose']],
    ['佐', ['aiko']],
    ['x', []],
  ])('%j: %j', (typed, ids) => {
    expect(peopleNamed(typed, PEOPLE).map(({ id }) => id)).toEqual(ids);
  });

  test('a completed name is read back as that person, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name) && !/["“”„]/.test(name));
        const people = [{ id: 'one', name, aliases: [] }];
        expect(readQuery(`with:${quoted(name)}`, people, TODAY, 'en').people).toEqual([['one']]);
      }),
    );
  });
});

describe('completing a name', () => {
  test.each([
    ['with:an|', 'an', 5, 7],
    ['with:|', '', 5, 5],
    ['launch with:"ana l|', 'ana l', 12, 18],
    ['with:a|na launch', 'ana', 5, 8],
    ['with:|ana', 'ana', 5, 8],
  ])('%s', (marked, typed, from, to) => {
    const cursor = marked.indexOf('|');
    expect(completing(marked.replace('|', ''), cursor)).toEqual({ typed, from, to });
  });

  test.each(['wi|th:an', 'with:an |x', '|with:an', 'an|', 'is:op|'])('%s: nothing', (marked) => {
    expect(completing(marked.replace('|', ''), marked.indexOf('|'))).toBeUndefined();
  });
});

describe('a filter as a key to press', () => {
  test.each([
    ['', 'is:open'],
    ['launch', 'launch is:open'],
    ['launch ', 'launch is:open'],
    ['launch is:open', 'launch'],
    ['is:open launch', 'launch'],
    ['a IS:OPEN b is:open', 'a b'],
  ])('%j becomes %j', (text, toggled) => {
    expect(toggleFilter(text, 'is', 'open')).toBe(toggled);
  });

  test('pressed, it is in; pressed again, it is out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/["“”„]/.test(text) && !hasFilter(text, 'is', 'open'));
        const on = toggleFilter(text, 'is', 'open');
        expect(hasFilter(on, 'is', 'open')).toBe(true);
        expect(read(toggleFilter(on, 'is', 'open')).words).toEqual(read(text).words);
      }),
    );
  });
});

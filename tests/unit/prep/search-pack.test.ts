import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, findAll, type Wanted } from '../../../prep/search-find.ts';
import { type Entry, pack, packAll, unpack } from '../../../prep/search-pack.ts';
import { searchText } from '../../../prep/search-text.ts';

const entry = (id: string, text: string, change: Partial<Entry> = {}): Entry => ({
  id,
  text: searchText(text),
  personIds: ['steve'],
  at: 0,
  open: false,
  vent: false,
  ...change,
});
const wanted = (change: Partial<Wanted> = {}): Wanted => ({ words: [], people: [], ...change });
const ids = (entries: Entry[], want: Partial<Wanted>, limit = 100) =>
  find(pack(entries), wanted(want), limit).hits.map(({ id }) => id);

const entries = [
  entry('a', 'Launch the calendar', { at: 5, open: true }),
  entry('b', 'Calendar of launches, the launch', { at: 4, personIds: ['ana', 'steve'] }),
  entry('c', 'Something else', { at: 3, personIds: ['ana'], open: true }),
  entry('d', '', { at: 2 }),
  entry('e', '', { at: 1, vent: true }),
  entry('f', '打ち合わせの議題 launch', { at: 0, personIds: [] }),
];

test.each<[string, Partial<Wanted>, string[]]>([
  ['one word, newest first, each once', { words: ['launch'] }, ['a', 'b', 'f']],
  ['all of the words, in any order', { words: ['calendar', 'launch'] }, ['a', 'b']],
  ['a part of a word', { words: ['unche'] }, ['b']],
  ['a script without spaces', { words: ['議題'] }, ['f']],
  ['nothing that is over two texts', { words: ['calendar calendar'] }, []],
  ['no words: all that have any', {}, ['a', 'b', 'c', 'f']],
  ['a person', { people: [new Set(['ana'])] }, ['b', 'c']],
  ['one of several people', { people: [new Set(['ana', 'steve'])] }, ['a', 'b', 'c']],
  ['two people', { people: [new Set(['ana']), new Set(['steve'])] }, ['b']],
  ['nobody who is known', { people: [new Set(['x'])] }, []],
  ['what is open', { open: true }, ['a', 'c']],
  ['what is closed', { open: false, words: ['launch'] }, ['b', 'f']],
  ['from a time on, and before one', { from: 3, before: 5 }, ['b', 'c']],
  ['vent notes, only asked for', { vent: true }, ['e']],
])('%s', (_, want, expected) => {
  expect(ids(entries, want)).toEqual(expected);
});

test('as many as asked for, and the count of them all; what is closed is counted apart', () => {
  expect(find(pack(entries), wanted({ words: ['launch'] }), 1)).toEqual({
    count: 3,
    hits: [{ id: 'a', at: 5 }],
    closed: 0,
  });
  expect(find(pack(entries), wanted({ words: ['launch'], open: true }), 9)).toMatchObject({
    count: 1,
    closed: 2,
  });
});

const anyEntry = fc.record({
  id: fc.uuid(),
  text: fc.string({ unit: 'grapheme', maxLength: 30 }).map(searchText),
  personIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  at: fc.integer({ min: 0, max: 20 }),
  open: fc.boolean(),
  vent: fc.boolean(),
});
const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 30 });
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('any entries', () => {
  test('come out as they went in', () => {
    fc.assert(
      fc.property(anyEntries, (all) => {
        expect(unpack(pack(all)).sort(byId)).toEqual([...all].sort(byId));
      }),
    );
  });

  test('are found as if each was looked at by itself', () => {
    const want = fc.record({
      words: fc.array(fc.string({ minLength: 1, maxLength: 2 }).map(searchText).filter(Boolean), {
        maxLength: 2,
      }),
      people: fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'x'), { minLength: 1 }), { maxLength: 2 }),
      open: fc.option(fc.boolean(), { nil: undefined }),
      from: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      before: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyEntries, want, (all, { people, ...rest }) => {
        const query = { ...rest, people: people.map((ids) => new Set<string>(ids)) };
        const fits = (one: Entry) =>
          !one.vent &&
          one.text !== '' &&
          query.words.every((word) => one.text.includes(word)) &&
          query.people.every((group) => one.personIds.some((id) => group.has(id))) &&
          (query.open === undefined || one.open === query.open) &&
          (query.from === undefined || one.at >= query.from) &&
          (query.before === undefined || one.at < query.before);
        const expected = all.filter(fits).sort((a, b) => b.at - a.at || byId(a, b));
        const { count, hits } = findAll([pack(all.slice(0, 7)), ...packAll(all.slice(7))], query, 5);
        expect(count).toBe(expected.length);
        expect(hits.map(({ id }) => id)).toEqual(expected.slice(0, 5).map(({ id }) => id));
      }),
    );
  });
});

test('what stands nearly everywhere is not counted to the end, and the newest are found all the same', () => {
  const many = Array.from({ length: 5_500 }, (_, n) =>
    entry(`${n}`, n % 2 ? 'plan of it' : 'plan', { at: n }),
  );
  const some = findAll(packAll(many), wanted({ words: ['plan'] }), 3);
  expect(some.over).toBe(true);
  expect(some.count).toBeGreaterThan(1_000);
  expect(some.count).toBeLessThan(5_500);
  expect(some.hits.map(({ id }) => id)).toEqual(['5499', '5498', '5497']);
  // In whatever order the chunks are, and when a later one has been added to.
  const mixed = packAll(many).reverse();
  mixed.push(pack([entry('newest', 'plan', { at: 9_000 }), entry('oldest', 'plan', { at: -1 })]));
  expect(findAll(mixed, wanted({ words: ['plan'] }), 2).hits.map(({ id }) => id)).toEqual(['newest', '5499']);
  expect(findAll(packAll(many), wanted({ words: ['plan'] }), 3, 9_999)).toMatchObject({ count: 5_500 });
  expect(findAll(packAll(many), wanted({ words: ['plan'] }), 3, 9_999).over).toBeUndefined();
});

test('the newest are the same, counted to the end or not', () => {
  const some = fc.array(fc.record({ at: fc.integer({ min: 0, max: 40 }), has: fc.boolean() }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), (all, size, limit) => {
      const rows = all.map(({ at, has }, n) => entry(`${n}`, has ? 'yes' : 'no', { at }));
      const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
        pack(rows.slice(n * size, (n + 1) * size)),
      );
      const want = wanted({ words: ['yes'] });
      expect(findAll(chunks, want, limit, 2).hits).toEqual(findAll(chunks, want, limit, 999).hits);
    }),
  );
});

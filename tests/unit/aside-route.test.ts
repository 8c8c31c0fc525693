import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AsideRoute, hrefOfAside, readAside } from '../../components/panel/aside-route.ts';

test.each([
  ['', undefined],
  ['#', undefined],
  ['#people', undefined],
  ['#person', undefined],
  ['#search', { kind: 'search', query: '' }],
  ['#search/%E0%A4%A', { kind: 'search', query: '' }],
  ['#person/ana', { kind: 'person', personId: 'ana', entry: undefined }],
  ['#cover/ana', { kind: 'cover', personId: 'ana' }],
  ['#cover', undefined],
  ['#person/ana/note', { kind: 'person', personId: 'ana', entry: 'note' }],
])('%j', (hash, route) => {
  expect(readAside(hash)).toEqual(route);
});

test('any route is read back from its address', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, fc.option(text, { nil: undefined }), (one, entry) => {
      const routes: AsideRoute[] = [
        { kind: 'search', query: one },
        { kind: 'person', personId: one, entry },
        { kind: 'cover', personId: one },
      ];
      for (const route of routes) expect(readAside(hrefOfAside(route))).toEqual(route);
    }),
  );
});

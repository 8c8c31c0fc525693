import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaptureContext, understand } from '../../../prep/capture.ts';
import { type CaptureChange, changeItem } from '../../../prep/capture-edit.ts';
import { readDate } from '../../../prep/read-date.ts';
import type { Person } from '../../../prep/records/person.ts';
import { roster } from '../../../prep/spot.ts';

const today = '2026-11-19';
const names: Record<string, string> = { steve: 'Steve Tan', mei: 'Mei Chen', ana: 'Ana Lima' };
const known = roster(
  Object.entries(names).map(
    ([id, name]) => ({ id, name, emails: [], aliases: [], archivedAt: null }) as unknown as Person,
  ),
  { emails: [], name: '' },
);
const context: CaptureContext = { known, today, readDate };

/** The text after a change of its item at `at`, and what the item is then. */
function change(text: string, what: CaptureChange, at = 0, guess: string[] = []) {
  const item = understand(text, { ...context, guess })[at]!;
  const named = item.personIds.map((id) => names[id]!);
  const next = changeItem(text, item, what, named, { readDate, today });
  return { text: next, item: understand(next, { ...context, guess })[at]! };
}

describe('changing what was understood writes the text', () => {
  test.each<[string, CaptureChange, string]>([
    ['likes tea', { kind: 'fact' }, '! likes tea'],
    ['! likes tea', { kind: 'note' }, 'Likes tea'],
    ['[] send it by Friday', { kind: 'topic' }, '> Send it by Friday'],
    ['[] send it', { owner: 'them' }, 'they: Send it'],
    ['[] send it', { owner: 'both' }, 'both: Send it'],
    ['[] @steve send it by Friday', { owner: 'me' }, '[] Send it by Friday @Steve Tan'],
    ['[] send it by Friday', { due: '2026-12-01' }, '[] Send it by 2026-12-01'],
    ['[] send it by Friday', { due: null }, '[] Send it'],
    ['[] book it for Friday', { due: null }, '[] Book it for Friday no date'],
    ['! tea', { names: ['Steve Tan'] }, '! Tea @Steve Tan'],
    ['! tea @steve', { names: ['Mei Chen'] }, '! Tea @Mei Chen'],
    ['! tea with @steve and milk', { names: ['Mei Chen'] }, '! Tea with steve and milk @Mei Chen'],
    ['! tea @me', { names: ['Mei Chen'] }, '! tea @Mei Chen'],
    ['[] @zoe sends it', { names: ['Mei Chen'] }, '[] @Mei Chen sends it'],
    ['> tea @steve @zoe', { settled: 'Mei Chen' }, '> tea @steve @Mei Chen'],
    ['> tea @steve @zoe', { names: ['Mei Chen'] }, '> Tea steve zoe @Mei Chen'],
    ['! tea @steve', { names: [] }, '! Tea @inbox'],
    ['> tea', { names: ['Steve Tan', 'Mei Chen'] }, '> Tea @Steve Tan @Mei Chen'],
    ['! ? tea', { kind: 'note' }, 'tea'],
    ['too much @steve', { kind: 'vent' }, '~ too much @Steve Tan'],
    ['~ too much', { kind: 'note' }, 'too much'],
    ['one\ntwo', { kind: 'promise' }, '[] one two'],
  ])('%s', (text, what, expected) => {
    expect(change(text, what).text).toBe(expected);
  });

  test('leaves the other lines alone', () => {
    expect(change('one\n[] two by Friday\n! three', { due: null }, 1).text).toBe('one\n[] Two\n! three');
  });

  test('what was changed is what is understood then; the rest stays', () => {
    const kind = fc.constantFrom('note', 'vent', 'promise', 'fact', 'question', 'topic');
    const body = fc.constantFrom(
      'send tea',
      'send tea by Friday',
      'tea @steve',
      '@mei tea 24 Nov',
      'tea @zoe',
      'a\nb',
      'book it for Friday',
    );
    const mark = fc.constantFrom('', '[] ', 'they: ', 'both: ', '! ', '? ', '> ', '~ ');
    const owner = fc.constantFrom('me', 'them', 'both');
    const who = fc.subarray(Object.keys(names), { minLength: 1 });
    fc.assert(
      fc.property(
        mark,
        body,
        kind,
        owner,
        who,
        fc.option(fc.constantFrom('2026-12-01', '2025-01-31')),
        (mark, body, kind, owner, who, due) => {
          const text = mark + body;
          const before = understand(text, context)[0]!;
          expect(change(text, { kind }).item.kind).toBe(kind);
          expect(change(text, { names: who.map((id) => names[id]!) }).item.personIds).toEqual(who);
          expect(change(text, { names: [] }).item).toMatchObject({ personIds: [], by: 'later' });
          const promised = change(text, { kind: 'promise', owner }).item;
          expect(promised).toMatchObject({ kind: 'promise', owner, personIds: before.personIds });
          if (before.kind !== 'promise') return;
          expect(change(text, { due }).item).toMatchObject({ due, kind: 'promise', owner: before.owner });
          expect(promised.due).toBe(before.due);
        },
      ),
    );
  });
});

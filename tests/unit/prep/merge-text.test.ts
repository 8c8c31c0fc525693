import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from '../../../prep/merge-text.ts';
import { portion } from '../../setup/portion.ts';

test.each([
  ['nobody else wrote', 'one', 'one two', 'one', 'one two'],
  ['the first words', '', 'mine', '', 'mine'],
  ['it is stored already', 'one', 'one two', 'one two', 'one two'],
  ['it was stored and gone on with', 'one', 'one two', 'one two three', 'one two three'],
  ['both began', '', 'mine', 'theirs', 'theirs\n\nmine'],
  ['both went on', 'one', 'one mine', 'one theirs', 'one mine theirs'],
  [
    'theirs stands above what mine was typed over',
    'mine',
    'mine more',
    'theirs\n\nmine',
    'theirs\n\nmine more',
  ],
  ['each wrote anew', 'one', 'two', 'three', 'three\n\ntwo'],
  ['mine is emptied, theirs goes on', 'one', '', 'one two', ' two'],
  ['mine is emptied, theirs is new', 'one', '', 'two', 'two'],
  ['theirs is emptied', 'one', 'one two', '', 'one two'],
  ['mine is blank', ' ', ' ', '!', '!'],
  ['words taken away', 'one two', 'one', 'one two', 'one'],
])('%s', (_, base, mine, theirs, merged) => {
  expect(mergeText(base, mine, theirs)).toBe(merged);
});

test.each([
  ['written into from the other window', 'one', 'one mine', 'one\n\ntwo', 'one mine\n\ntwo'],
  ['what stands above begins alike', 'the', 'them', 'these\n\nthe', 'these\n\nthem'],
  ['both went on elsewhere in the text', 'a\n\n0', 'a\n\n01', 'ab\n\n0', 'ab\n\n01'],
  ['the same again, once more', 'a\n\n0', 'a\n\n01', 'ab\n\n01', 'ab\n\n01'],
  ['one word changed here and there', 'I like tea', 'I like milk', 'I like ale', 'I like ale\n\nI like milk'],
  ['written anew there', 'one', 'one two', 'theirs', 'theirs\n\none two'],
  ['written anew there, but for a line', 'a1\nb2', 'a1\nb23', 'quite another\nb2', 'quite another\nb23'],
  ['taken away here, changed there', 'one two', 'one', 'one too', 'one too'],
])('at once: %s', (_, base, mine, theirs, merged) => {
  expect(mergeText(base, mine, theirs)).toBe(merged);
});

/** Whether all letters of a text stand in another, in their order. */
function holdsLetters(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

test('what was added on either side is there, and to merge again changes nothing', () => {
  const text = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const added = `${base}${mine}`;
      const merged = mergeText(base, added, theirs);
      // Blanks alone are no words.
      if (added.trim() !== '') expect(merged).toContain(mine);
      if (theirs.trim() !== '' && !base.includes(theirs) && !theirs.includes(base))
        expect(holdsLetters(merged, theirs)).toBe(true);
      // Where the same letters stand on both sides, which of them was added cannot always be told.
      if (![...mine].some((letter) => `${base}${theirs}`.includes(letter)))
        expect(mergeText(base, added, merged)).toBe(merged);
    }),
  );
});

test('two windows that type at once, however the writes fall: each letter stands there once', () => {
  const step = fc.record({ window: fc.nat(1), what: fc.constantFrom('type', 'type', 'type', 'save', 'see') });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom('', 'One line', 'One\n\nTwo'),
      (steps, first) => {
        let stored: string = first;
        const windows = [0, 1].map(() => ({ field: first, base: first, caret: first.length, waits: false }));
        const typed: string[] = [];
        const save = (one: (typeof windows)[number]) => {
          if (!one.waits) return;
          stored = mergeText(one.base, one.field, stored);
          Object.assign(one, { base: one.field, waits: false });
        };
        for (const { window, what } of steps) {
          const one = windows[window]!;
          if (what === 'type') {
            // No letter twice, so that each can be counted.
            const letter = String.fromCodePoint(0x4e00 + typed.length);
            typed.push(letter);
            const field = one.field.slice(0, one.caret) + letter + one.field.slice(one.caret);
            Object.assign(one, { field, caret: one.caret + 1, waits: true });
          } else if (what === 'save') save(one);
          else if (!one.waits) {
            const before = one.field.slice(0, one.caret);
            const caret = stored.startsWith(before) ? one.caret : stored.length;
            Object.assign(one, { field: stored, base: stored, caret });
          }
        }
        for (const one of windows) save(one);
        for (const letter of typed) expect(stored.split(letter)).toHaveLength(2);
        expect(stored.replace(/[^\u4e00-\u9fff]/g, '')).toHaveLength(typed.length);
        expect(holdsLetters(stored, first)).toBe(true);
        expect(stored.length).toBeLessThanOrEqual(first.length + typed.length + 4);
      },
    ),
    { numRuns: portion(20_000) },
  );
});

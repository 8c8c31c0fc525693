import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from '../../../prep/merge-text.ts';

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

test('what was added on either side is there, and to merge again changes nothing', () => {
  const text = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const added = `${base}${mine}`;
      const merged = mergeText(base, added, theirs);
      // Blanks alone are no words.
      if (added.trim() !== '') expect(merged).toContain(added);
      if (theirs.trim() !== '' && !base.includes(theirs) && !theirs.includes(base))
        expect(merged).toContain(theirs);
      expect(mergeText(base, added, merged)).toBe(merged);
    }),
  );
});

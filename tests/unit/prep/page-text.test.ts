import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageText } from '../../../prep/page-text.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { worked } from '../../setup/worked.ts';

test.each([
  ['a plain title', '  Diane / Steve ', 'Diane / Steve'],
  ['white space of any kind', 'Diane\t/\n\u2028Steve', 'Diane / Steve'],
  ['a right-to-left override', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['isolates and embeddings', '\u2066Steve\u2069 \u202BTan\u202C', 'Steve Tan'],
  ['marks of direction', 'Steve\u200E\u200F\u061C', 'Steve'],
  ['zero width spaces and joiners of words', 'St\u200Beve\u2060\uFEFF', 'Steve'],
  ['a soft hyphen inside a name', 'Ste\u00ADve', 'Steve'],
  ['text hidden in tags', 'Steve\u{E0041}\u{E0042}', 'Steve'],
  ['annotations', '\uFFF9Steve\uFFFAx\uFFFB', 'Stevex'],
  ['nulls and escapes', 'Ste\u0000ve\u001B[31m\u0085', 'Steve[31m'],
  ['markup is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['decomposed letters', 'Jose\u0301', 'José'],
  ['letters decomposed round something hidden', 'Jose\u200B\u0301', 'José'],
  ['half a character', 'Steve\uD83D and \uDE00Ana', 'Steve and Ana'],
  ['joiners that are part of the writing', 'می\u200Cخواهم 👩\u200D💻', 'می\u200Cخواهم 👩\u200D💻'],
  ['nothing but hidden text', '\u202E\u200B\u0000', ''],
])('%s', (_, text, expected) => {
  expect(pageText(text, 100)).toBe(expected);
});

test.each([
  ['Steve Tan', 5, 'Steve'],
  ['Steve Tan', 6, 'Steve'],
  ['ab😀', 3, 'ab'],
  ['ab😀', 4, 'ab😀'],
  ['\u200B\u200B\u200B😀', 1, ''],
  ['Steve', 0, ''],
])('%j in %i characters is %j', (text, max, expected) => {
  expect(pageText(text, max)).toBe(expected);
});

/** Text with what a hostile page would put in. */
const hostile = fc.array(
  fc.oneof(
    anyText(),
    fc.constantFrom(
      '\u202E',
      '\u2066',
      '\u200B',
      '\u0000',
      '\uD83D',
      '\uDE00',
      '\u0301',
      ' ',
      '\n',
      '\u{E0041}',
      '😀',
    ),
  ),
  { maxLength: 30 },
);

test('whatever a page holds, what is kept is bounded, whole, shown as it is, and stays the same', () => {
  fc.assert(
    fc.property(hostile, fc.nat(40), (parts, max) => {
      const text = pageText(parts.join(''), max);
      expect(text.length).toBeLessThanOrEqual(max);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
      expect(text).toBe(text.normalize('NFC'));
      expect(pageText(text, max)).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test('a title of a hundred thousand characters is cut in no time', () => {
  const started = worked();
  expect(pageText('\u202Ea '.repeat(50_000), 1_000)).toHaveLength(999);
  expect(worked() - started).toBeLessThan(200);
});

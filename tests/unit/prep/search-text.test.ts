import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchText, snippet } from '../../../prep/search-text.ts';

const shown = (text: string, ...words: string[]) =>
  snippet(text, words.map(searchText))
    .map((part) => (part.match ? `[${part.text}]` : part.text))
    .join('');

describe('a text as search compares it', () => {
  test.each([
    ['José’s LAUNCH', "jose's launch"],
    ['“Quoted” – and — dashed', '"quoted" - and - dashed'],
    ['two\n\n lines\t here ', 'two lines here'],
    ['soft\u00adhyphen and zero\u200bwidth', 'softhyphen and zerowidth'],
    ['Straße, Łódź, Ægir', 'strasse, lodz, aegir'],
    ['İstanbul ΣΟΦΟΣ', 'istanbul σοφοσ'],
    ['ＦＵＬＬ ｗｉｄｔｈ ①', 'full width 1'],
    ['打ち合わせの議題', '打ち合わせの議題'],
    ['שָׁלוֹם', 'שלום'],
    ['مَرْحَبًا', 'مرحبا'],
    ['Привёт Ёлка', 'привет елка'],
    ['5‴ … ﬁ', "5''' ... fi"],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(searchText(text)).toBe(folded.normalize('NFC'));
  });

  test('twice is once, and no line break is ever left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = searchText(text);
        expect(searchText(once)).toBe(once);
        expect(once).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });
});

describe('what is shown of a text', () => {
  test.each([
    ['Send the launch calendar', ['launch'], 'Send the [launch] calendar'],
    ['Café, CAFE and cafés', ['cafe'], '[Café], [CAFE] and [café]s'],
    ['Die Straße hinauf', ['strasse'], 'Die [Straße] hinauf'],
    ['Don’t wait', ["don't"], '[Don’t] wait'],
    ['議題を打ち合わせで話す', ['打ち合わせ'], '議題を[打ち合わせ]で話す'],
    ['אמר שָׁלוֹם לכולם', ['שלום'], 'אמר [שָׁלוֹם] לכולם'],
    ['한국어 회의', ['회의'], '한국어 [회의]'],
    ['two\nlines', ['two lines'], '[two\nlines]'],
    ['launch launching', ['launch', 'launching'], '[launch] [launching]'],
    ['aaaa', ['aa'], '[aa][aa]'.replace('][', '')],
    ['nothing here', ['x'], 'nothing here'],
    ['no words', [], 'no words'],
  ])('%j, looked for %j: %j', (text, words, expected) => {
    expect(shown(text, ...words)).toBe(expected);
  });

  test('a long text begins near its first match, at a word, and says what is left out', () => {
    const text = `${'before '.repeat(60)}launch${' after'.repeat(60)}`;
    const [first, second, third] = snippet(text, ['launch']);
    expect(first).toEqual({ text: '…', match: false });
    expect(second?.text).toMatch(/^before (before )+$/);
    expect(second?.text.length).toBeLessThanOrEqual(40);
    expect(third).toEqual({ text: 'launch', match: true });
    expect(snippet(text, ['launch']).at(-1)?.text).toBe('…');
    expect(
      snippet(text, ['launch'])
        .map((part) => part.text)
        .join('').length,
    ).toBeLessThanOrEqual(203);
  });

  test('a long text without spaces is cut between its characters', () => {
    for (let length = 0; length < 4; length += 1) {
      const text = `${'x'.repeat(length)}${'😀'.repeat(300)}終${'😀'.repeat(300)}`;
      for (const { text: part } of snippet(text, ['終'])) expect(part.isWellFormed()).toBe(true);
    }
  });

  test('every match is a word that was looked for, in the text and in order; any text, any script', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(5), (text, at, length) => {
        const units = [...text];
        const from = units.length === 0 ? 0 : at % units.length;
        const word = searchText(units.slice(from, from + length + 1).join(''));
        const parts = snippet(text, word === '' ? [] : [word]);
        const ends = parts.filter((part) => part.text !== '…' || text.includes('…'));
        expect(text).toContain(ends.map((part) => part.text).join(''));
        for (const part of parts.filter(({ match }) => match))
          expect(searchText(part.text)).toContain(word[0]);
      }),
    );
  });
});

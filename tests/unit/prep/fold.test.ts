import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, words } from '../../../prep/fold.ts';

test.each([
  ['José', 'JOSE'],
  ['Tomás', 'tomas'],
  ['Zoë', 'ZOE'],
  ['Ødegård', 'odegard'],
  ['Łukasz', 'lukasz'],
  ['Groß', 'GROSS'],
  ['Björk Þórsdóttir', 'bjork thorsdottir'],
  ['Æsa', 'aesa'],
  ['İpek', 'ipek'],
  ['Iğdır', 'igdir'],
  ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς'],
  ['Фёдор', 'федор'],
  ['ｓｔｅｖｅ', 'Steve'],
  ['ﬁona', 'Fiona'],
  ['שָׁלוֹם', 'שלום'],
  ['مُحَمَّد', 'محمد'],
])('%s is %s', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test.each([
  ['a Latin letter and its Cyrillic twin', 'Ana', 'Аna'],
  ['Japanese sounds', 'かな', 'がな'],
  ['vowels of Hindi', 'कमल', 'कमाल'],
  ['vowels of Thai', 'กิน', 'กัน'],
  ['two names', 'Ana', 'Anna'],
])('%s stay different', (_, a, b) => {
  expect(fold(a)).not.toBe(fold(b));
});

describe('words', () => {
  test.each([
    ['Diane / Steve', ['diane', 'steve']],
    ['1:1 Steve', ['1', '1', 'steve']],
    ['Steve <> Diane', ['steve', 'diane']],
    ['José x Ana', ['jose', 'x', 'ana']],
    ["Siobhán O'Neil-Byrne", ['siobhan', 'o', 'neil', 'byrne']],
    ['Steve_Diane', ['steve', 'diane']],
    ['कमला से बात', ['कमला', 'से', 'बात']],
    ['田中さん', ['田中さん']],
    ['👋 Steve 🏳️‍🌈', ['steve']],
    ['e\u0301milie', ['emilie']],
    ['', []],
    ['—…!?', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('the letters of a word are never divided, and folding them again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const found = words(text);
        expect(words(found.join(' '))).toEqual(found);
        expect(found.every((word) => fold(word) === word)).toBe(true);
      }),
    );
  });

  test('a hundred thousand characters are no matter', () => {
    expect(words('a\u0301'.repeat(50_000))).toEqual(['a'.repeat(50_000)]);
    expect(words('Steve '.repeat(20_000))).toHaveLength(20_000);
  });
});

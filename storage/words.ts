import { browser } from 'wxt/browser';

/** A key of public/_locales/en/messages.json, the one place of all words. */
export type Word = keyof typeof import('../public/_locales/en/messages.json');

/** The stems of words that come as `<stem>_one` and `<stem>_other`. */
export type PluralWord = { [K in Word]: K extends `${infer Stem}_one` ? Stem : never }[Word];

type Catalogue = { getMessage(word: string, values?: string[]): string; getUILanguage(): string };
// WXT narrows getMessage to keys that it generates; ours are typed by `Word`.
const catalogue = browser.i18n as unknown as Catalogue;

/** A sentence in the browser's language; `$1` to `$9` in it are replaced by the values, in order. */
export function t(word: Word, ...values: (string | number)[]): string {
  return catalogue.getMessage(word, values.map(String)) || word;
}

let language: string | undefined;

/** The language of dates, numbers and lists: that of the browser, asked for once. */
export function locale(): string {
  language ??= catalogue.getUILanguage();
  return language;
}

let rules: Intl.PluralRules | undefined;

/** A sentence that counts; `$1` is the number, in the browser's figures ("2,516"), `$2` onwards the values. */
export function plural(stem: PluralWord, count: number, ...values: (string | number)[]): string {
  // The words are English: so are the rules.
  rules ??= new Intl.PluralRules('en');
  const form = rules.select(count) === 'one' ? 'one' : 'other';
  return t(`${stem}_${form}` as Word, count.toLocaleString(locale()), ...values);
}

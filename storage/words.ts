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

/** The language of dates, numbers and lists: that of the browser. */
export function locale(): string {
  return catalogue.getUILanguage();
}

/** A sentence that counts; `$1` is the number, `$2` onwards the values. The words are English: so are the rules. */
export function plural(stem: PluralWord, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules('en').select(count) === 'one' ? 'one' : 'other';
  return t(`${stem}_${form}` as Word, count, ...values);
}

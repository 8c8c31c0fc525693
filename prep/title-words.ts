import { words } from './fold.ts';

/** Scripts that set no space between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Whether a text is in a script without spaces, at least in part. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** The folded words of a title; where a script has no spaces, its words by the dictionary ("田中さんと" is 田中, さん, と). */
export function titleWords(text: string): string[] {
  return words(text).flatMap((run) =>
    isUnspaced(run) ? [...segmenter.segment(run)].flatMap(({ segment }) => words(segment)) : [run],
  );
}

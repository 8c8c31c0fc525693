import { fold } from './fold.ts';
import type { Person } from './records/person.ts';

/** A text that names somebody, and the words that do. */
export interface Personal {
  /** Index of the text in what was looked through. */
  at: number;
  found: string;
}

/**
 * Which texts hold the name of a known person or an e-mail address, so that a file for others need not. Whole words,
 * accents folded; single names count only with a capital, so that "mark" and "will" are left alone.
 */
export function findPersonal(
  texts: readonly string[],
  people: readonly Pick<Person, 'name' | 'aliases'>[],
): Personal[] {
  const names = new Set(
    people
      .flatMap((person) => [person.name, ...person.aliases])
      .flatMap((name) => wordsOf(name).filter((word) => word.length > 1))
      .map(fold),
  );
  return texts.flatMap((text, at) => {
    const address = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+/u.exec(text)?.[0];
    const name = wordsOf(text).find((word) => isCapital(word) && names.has(fold(word)));
    const found = address ?? name;
    return found === undefined ? [] : [{ at, found }];
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Starts with a capital, or is written in a script that has none. */
function isCapital(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase() || first === first.toUpperCase();
}

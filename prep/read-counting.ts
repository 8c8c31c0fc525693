import { numbers } from './numbers.ts';
import { IGNORED_WORDS, LARGEST_MEETING } from './records/settings.ts';
import { titleWords } from './title-words.ts';

/** A number of people as it was typed, spaces around it aside; undefined for what is none, or out of bounds. */
export function readLargest(text: string): number | undefined {
  if (!/^\s*[\d\u0660-\u0669\u06f0-\u06f9]+\s*$/.test(text)) return undefined;
  const [people = 0] = numbers(text);
  return people >= LARGEST_MEETING.min && people <= LARGEST_MEETING.max ? people : undefined;
}

/** What was typed as words to ignore, or which of it cannot be taken; `word`: the one at fault. */
export type ReadIgnored = { words: string[] } | { wrong: 'many' } | { wrong: 'long' | 'short'; word: string };

/**
 * Words and phrases, each on a line of its own or set apart by a comma; one that is said twice counts once. A single
 * letter or digit is too short: it would take every "Plan B".
 */
export function readIgnored(text: string): ReadIgnored {
  const words = new Map<string, string>();
  for (const part of text.split(/[\n,;，、،؛]/u)) {
    const word = part.trim().replace(/\s+/g, ' ');
    if (word === '') continue;
    if (word.length > IGNORED_WORDS.length) return { wrong: 'long', word };
    const folded = titleWords(word).join(' ');
    if (folded === '' || /^[a-z0-9]$/.test(folded)) return { wrong: 'short', word };
    if (!words.has(folded)) words.set(folded, word);
  }
  return words.size > IGNORED_WORDS.most ? { wrong: 'many' } : { words: [...words.values()] };
}

import { readMark } from './capture-marks.ts';
import { fold, words } from './fold.ts';
import type { Person } from './records/person.ts';
import type { Roster } from './spot.ts';

/** `@inbox` says: for nobody yet, whoever the guess is. */
export const LATER = 'inbox';

/** One `@name` in a text. */
export interface Mention {
  /** Where it stands, the `@` included. */
  from: number;
  to: number;
  /** What was typed after the `@`. */
  typed: string;
  /** Whom it fits: one when it is sure, several or a guess otherwise, none when nobody is known by it. */
  personIds: string[];
  sure: boolean;
  /** It is `@inbox`. */
  later: boolean;
}

/** Answers given to "which one?": the person by the folded name that was asked about. */
export type Picks = Readonly<Record<string, string>>;

// Only white space, the start, or brackets and quotes opened there stand before a name: any other @ belongs to an address.
const AT = /(?<=(?:^|[\s\u200e\u200f\u2066-\u2069\ufeff])[([{"'«“‘]{0,3})@(?=\p{L})/gu;
const BEFORE_AT = /(?:^|[\s\u200e\u200f\u2066-\u2069\ufeff])[([{"'«“‘]{0,3}$/u;
const WORD = /[\p{L}\p{N}\p{M}]+/uy;
const BETWEEN = /[ \u00a0.'’-]{1,2}/uy;
/** The longest name that is looked for, in words. */
const NAME_WORDS = 6;

/** The key under which a pick of `@name` is kept. */
export function pickKey(typed: string): string {
  return words(typed).join(' ');
}

/** Finds every `@name`: a full name, an alias or a first name, case and accents folded, the longest that fits. */
export function findMentions(text: string, known: Roster, picks: Picks = {}): Mention[] {
  const guessed = new Map<string, string[]>();
  return [...text.matchAll(AT)].map(({ index }) => {
    const typed = wordsAt(text, index + 1);
    const first = typed[0]?.word ?? '';
    const named = exact(typed, known);
    const length = named.personIds.length > 0 ? named.length : 1;
    const to = typed[length - 1]?.to ?? index + 1;
    const name = text.slice(index + 1, to);
    const mention = { from: index, to, typed: name };
    const picked = picks[pickKey(name)];
    if (picked !== undefined) return { ...mention, personIds: [picked], sure: true, later: false };
    if (named.personIds.length > 0) {
      return { ...mention, personIds: named.personIds, sure: named.personIds.length === 1, later: false };
    }
    if (first === LATER) return { ...mention, personIds: [], sure: true, later: true };
    const fits = guessed.get(first) ?? startingWith(first, known);
    guessed.set(first, fits);
    return { ...mention, personIds: fits, sure: false, later: false };
  });
}

function wordsAt(text: string, from: number): { word: string; to: number }[] {
  const found: { word: string; to: number }[] = [];
  for (let at = from; found.length < NAME_WORDS; ) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    found.push({ word: fold(word), to: at + word.length });
    BETWEEN.lastIndex = at + word.length;
    const between = BETWEEN.exec(text)?.[0];
    if (between === undefined) break;
    at += word.length + between.length;
  }
  return found;
}

function exact(typed: { word: string }[], known: Roster): { personIds: string[]; length: number } {
  const entries = known.names.get(typed[0]?.word ?? '') ?? [];
  const fits = entries.filter((name) => name.words.every((word, index) => typed[index]?.word === word));
  const length = Math.max(0, ...fits.map((name) => name.words.length));
  const ids = fits.filter((name) => name.words.length === length).map((name) => name.personId);
  return { personIds: [...new Set(ids)], length };
}

function startingWith(start: string, known: Roster): string[] {
  const ids = new Set<string>();
  for (const entries of known.names.values()) {
    for (const { words: name, personId } of entries) {
      if (name.some((word) => word.startsWith(start))) ids.add(personId);
    }
  }
  return [...ids];
}

/** The `@` being typed before the cursor, for completion; undefined when there is none. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | undefined {
  const line = text.slice(Math.max(0, caret - 60, text.lastIndexOf('\n', caret - 1) + 1), caret);
  const at = line.lastIndexOf('@');
  const typed = line.slice(at + 1);
  if (at < 0) return undefined;
  const before = line.slice(0, at);
  if (!BEFORE_AT.test(before.slice(readMark(before).length))) return undefined;
  if (!/^(?:\p{L}[\p{L}\p{N}\p{M}.'’-]*(?: [\p{L}\p{N}\p{M}.'’-]+){0,3})?$/u.test(typed)) return undefined;
  return { from: caret - typed.length - 1, typed };
}

/** People that a started name fits, the likely ones first: a word of the name starts so, an alias does, it is somewhere inside. */
export function matchPeople(typed: string, people: readonly Person[], limit = 6): Person[] {
  const wanted = fold(typed).trim();
  const ranked = people.flatMap((person) => {
    if (person.archivedAt) return [];
    const name = fold(person.name);
    const aliases = person.aliases.map(fold);
    const rank = name.startsWith(wanted)
      ? 0
      : ` ${name}`.includes(` ${wanted}`)
        ? 1
        : aliases.some((alias) => ` ${alias}`.includes(` ${wanted}`))
          ? 2
          : name.includes(wanted)
            ? 3
            : -1;
    return rank < 0 ? [] : [{ person, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .slice(0, limit)
    .map(({ person }) => person);
}

/** Where a started name stands in a name, for showing it; undefined when it is nowhere (an alias fitted). */
export function matchIn(name: string, typed: string): { from: number; to: number } | undefined {
  const wanted = fold(typed).trim();
  if (wanted === '') return undefined;
  const letters = [...name];
  const starts = [...letters.keys()].filter((at) => fold(letters.slice(at).join('')).startsWith(wanted));
  const atWord = starts.find((at) => at === 0 || letters[at - 1] === ' ');
  const start = atWord ?? starts[0];
  if (start === undefined) return undefined;
  let end = start + 1;
  while (end < letters.length && !fold(letters.slice(start, end).join('')).startsWith(wanted)) end += 1;
  const from = letters.slice(0, start).join('').length;
  return { from, to: from + letters.slice(start, end).join('').length };
}

/** The name that a new peer would get for what was typed after @: "zoe" becomes "Zoe". None for one letter, or once the line goes on after it. */
export function newName(typed: string): string | undefined {
  if (typed.length < 2 || typed.includes(' ') || fold(typed) === LATER) return undefined;
  const name = typed.replace(/[.'’-]+$/u, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

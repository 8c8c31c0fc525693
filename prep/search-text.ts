import { fold } from './fold.ts';

/** Quotes, dashes and spaces that only look different when they are typed. */
const TYPED: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]/g, ''],
];

/**
 * A text as search compares it: folded (fold.ts), curly quotes and long dashes as they are typed, marks that nobody sees
 * taken out, each run of white space one space. Never holds a line break.
 */
export function searchText(text: string): string {
  let plain = text;
  // What is plain ASCII already, as most is, needs none of it: a tenth of the time.
  if (/[^\0-\x7f]/.test(text)) {
    plain = fold(text);
    for (const [found, typed] of TYPED) plain = plain.replace(found, typed);
  } else plain = text.toLowerCase();
  return plain.replace(/\s+/g, ' ').trim();
}

/** A part of a text, and whether it is what was looked for. */
export interface Part {
  text: string;
  match: boolean;
}

/** A character with the marks that belong to it; the parts of a Korean syllable stay together. */
const CLUSTER = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|\s+|.\p{M}*/gsu;

interface Mapped {
  folded: string;
  /** For a code unit of `folded`, where the cluster that it came from starts and ends in the text. */
  from: (unit: number) => number;
  to: (unit: number) => number;
}

/** One character is one unit, and no space is next to another: as most texts are that somebody types in English. */
const PLAIN = /^(?!.*[\t\n\f\r ]{2})[\t\n\f\r -~]*$/s;

function mapped(text: string): Mapped {
  if (PLAIN.test(text)) {
    // A tenth of the time: all that is on the screen is mapped at each key.
    const folded = text.toLowerCase().replace(/\s/g, ' ');
    return { folded, from: (unit) => unit, to: (unit) => unit + 1 };
  }
  const from: number[] = [];
  const to: number[] = [];
  let all = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const folded = /^\s/.test(cluster) ? ' ' : searchText(cluster);
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
    all += folded;
  }
  return { folded: all, from: (unit) => from[unit] ?? 0, to: (unit) => to[unit] ?? text.length };
}

/** Characters shown before the first match, and in all. */
const BEFORE = 40;
const SHOWN = 200;

/**
 * The part of a text around the first of the words, in pieces, each either a match or not; what is left out at an
 * end is an ellipsis. `words` as `searchText` gives them; without any that is found it is the text's start.
 */
export function snippet(text: string, words: readonly string[], shown = SHOWN): Part[] {
  const { folded, from, to } = mapped(text);
  const matches = rangesOf(folded, words).map(([start, end]) => ({
    from: from(start),
    to: to(end - 1),
  }));
  const first = matches[0]?.from ?? 0;
  const start = text.length <= shown || first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
  const end = start + shown >= text.length ? text.length : wholeCharacter(text, start + shown);
  const parts: Part[] = [];
  let at = start;
  const say = (upTo: number, match: boolean) => {
    if (upTo > at) parts.push({ text: text.slice(at, upTo), match });
    at = Math.max(at, upTo);
  };
  for (const range of matches) {
    if (range.from >= end) break;
    say(range.from, false);
    say(Math.min(range.to, end), true);
  }
  say(end, false);
  if (start > 0) parts.unshift({ text: '…', match: false });
  if (end < text.length) parts.push({ text: '…', match: false });
  return parts;
}

/** Where the words stand in a folded text, in order, those that overlap as one. */
function rangesOf(folded: string, words: readonly string[]): [number, number][] {
  const all: [number, number][] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      all.push([at, at + word.length]);
    }
  }
  all.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of all) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The start of a word at or after a place, or that place in a text without spaces. */
function wordStart(text: string, near: number, before: number): number {
  const space = text.slice(near, before).search(/\s\S/);
  return space < 0 ? wholeCharacter(text, near) : near + space + 1;
}

/** The place, or one earlier when it would cut a character in two. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

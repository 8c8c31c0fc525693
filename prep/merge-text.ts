import { alignment } from './align-text.ts';

/**
 * One text out of two that were typed at once, in two windows or one of them while the other was closing: nothing that
 * either says is lost, and nothing comes twice. `base` is what `mine` was typed over; `theirs` is what is stored now.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (theirs === base || theirs.trim() === '' || theirs === mine) return mine;
  if (holdsLines(mine, theirs)) return mine;
  const isMore = mine.length >= base.length;
  // Words are added, and stand there already; or what stands there was gone on with.
  if (isMore && holdsLines(theirs, mine)) return theirs;
  const below = (text: string) =>
    text.trim() === '' || theirs.includes(text) ? theirs : `${theirs}\n\n${text}`;
  if (base.trim() === '') return mine.trim() === '' ? theirs : `${theirs}\n\n${mine}`;
  const isWhole = lastLines(theirs, base) >= 0;
  if (isMore && !isWhole && theirs.includes(mine)) return theirs;
  const { from, to, text, lines } = changeOf(base, mine);
  const place = placeIn(base, theirs, from, to);
  // What was typed over was changed there, too: the lines as they are here go below.
  if (!place) return below(lines);
  // Written by a try that was not heard to be through.
  if (from === to && theirs.startsWith(text, place.from)) return theirs;
  return theirs.slice(0, place.from) + text + theirs.slice(place.to);
}

function holdsLines(text: string, lines: string): boolean {
  return text.startsWith(lines) || `\n${text}\n`.includes(`\n${lines}\n`);
}

/** Where some lines last stand as whole ones; -1 for nowhere. */
function lastLines(text: string, lines: string): number {
  return `\n${text}\n`.lastIndexOf(`\n${lines}\n`);
}

/** The one part in which two texts differ: `from` and `to` in the first, its text in the second, and the second's lines around it. */
function changeOf(base: string, mine: string) {
  const most = Math.min(base.length, mine.length);
  let from = 0;
  while (from < most && base[from] === mine[from]) from += 1;
  let end = 0;
  while (end < most - from && base[base.length - 1 - end] === mine[mine.length - 1 - end]) end += 1;
  const to = mine.length - end;
  const after = mine.indexOf('\n', to);
  const lines = mine.slice(lineStart(mine, from), after === -1 ? undefined : after);
  return { from, to: base.length - end, text: mine.slice(from, to), lines };
}

const lineStart = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

interface Place {
  from: number;
  to: number;
}

/** Where a part of `base` now stands in `theirs`; undefined when it was changed there. An empty part follows what stood before it. */
function placeIn(base: string, theirs: string, from: number, to: number): Place | undefined {
  const lines = lastLines(theirs, base);
  const known = lines >= 0 ? lines : theirs.startsWith(base) ? 0 : theirs.lastIndexOf(base);
  if (known >= 0) return { from: known + from, to: known + to };
  return placeOfLetters(base, theirs, from, to) ?? placeOfLines(base, theirs, from, to);
}

/** As much of what was typed over must stand there still, or the two have nothing to do with each other. */
const KEPT = 0.8;

/** By the letters that are left of the whole. */
function placeOfLetters(base: string, theirs: string, from: number, to: number): Place | undefined {
  const places = alignment(base, theirs);
  if (!places || places.filter((place) => place >= 0).length < base.length * KEPT) return undefined;
  if (from < to) {
    const all = places.slice(from, to);
    const first = all[0] ?? -1;
    const isWhole = first >= 0 && all.every((place, index) => place === first + index);
    return isWhole ? { from: first, to: first + all.length } : undefined;
  }
  const before = from > 0 ? (places[from - 1] ?? -1) : -1;
  const at = before >= 0 ? before + 1 : (places[from] ?? -1);
  return at >= 0 ? { from: at, to: at } : undefined;
}

/** By the lines that it is in, where they stand as they were. */
function placeOfLines(base: string, theirs: string, from: number, to: number): Place | undefined {
  const start = lineStart(base, from);
  const end = base.indexOf('\n', to);
  const lines = base.slice(start, end === -1 ? undefined : end);
  const at = lines.trim() === '' ? -1 : lastLines(theirs, lines);
  return at >= 0 ? { from: at + from - start, to: at + to - start } : undefined;
}

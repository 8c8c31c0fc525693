import type { ReadDate } from './capture.ts';
import type { CaptureKind } from './capture-marks.ts';
import type { Mention } from './capture-names.ts';
import { LONG } from './limits.ts';
import { pageText } from './page-text.ts';

/** One line, with a capital where it starts with a word in small letters ("iPhone" keeps its own). */
export function sentence(text: string): string {
  const line = pageText(text, LONG);
  return /^\p{Ll}+(?![\p{L}\p{N}@._])/u.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
}

/** Takes off what is no part of the text: settled names at its ends, then a date at its end; names inside lose their @. */
export function strip(
  body: string,
  mentions: readonly Mention[],
  kind: CaptureKind,
  readDate?: (text: string) => ReturnType<ReadDate>,
): { text: string; due: string | null; dueWords: string } {
  let start = 0;
  let end = trimmed(body, body.length, '');
  let due: string | null = null;
  let dueWords = '';
  const settled = mentions.filter((mention) => mention.sure);
  for (const mention of settled) {
    if (body.slice(start, mention.from).trim() !== '') break;
    const after = /^\s*[:,]/.exec(body.slice(mention.to, mention.to + 10))?.[0].length ?? 0;
    if (kind === 'note' && after === 0 && !mention.later) break;
    start = mention.to + after;
  }
  const rest = settled.filter((mention) => mention.from >= start);
  let read = readDate === undefined;
  for (;;) {
    const last = rest.at(-1);
    if (last && last.to === trimmed(body, end, '.,;')) {
      rest.pop();
      end = trimmed(body, last.from, '');
      continue;
    }
    if (read) break;
    read = true;
    const date = readDate?.(body.slice(start, end));
    if (!date) break;
    due = date.day;
    dueWords = body.slice(start + date.from, start + date.to).trim();
    end = trimmed(body, start + date.from, dueWords ? ',' : '');
  }
  let text = '';
  let at = start;
  for (const mention of rest) {
    text += body.slice(at, mention.from);
    if (!mention.later) text += mention.typed;
    at = mention.to;
  }
  text = (text + body.slice(at, Math.max(at, end))).trim();
  return { text, due, dueWords };
}

/** The end of a text without white space and these characters at it; a loop, as a pattern would take the square of a long run. */
function trimmed(text: string, end: number, characters: string): number {
  let at = end;
  while (at > 0 && (text.charAt(at - 1).trim() === '' || characters.includes(text.charAt(at - 1)))) at -= 1;
  return at;
}

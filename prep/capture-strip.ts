import type { ReadDate } from './capture.ts';
import type { CaptureKind } from './capture-marks.ts';
import type { Mention } from './capture-names.ts';
import { words } from './fold.ts';
import { LONG } from './limits.ts';
import { pageText } from './page-text.ts';

/** One line, with a capital where it starts with a word in small letters ("iPhone" keeps its own). */
export function sentence(text: string): string {
  const line = pageText(text, LONG);
  return /^\p{Ll}+(?![\p{L}\p{N}@._])/u.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
}

/** How somebody is called. */
export interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** What an @name says as the person spells it: as many words of the name as were typed, the alias, or the first name. */
export function spell(mention: Mention, people: readonly Named[]): string {
  const [id] = mention.personIds;
  const person = people.find((one) => one.id === id);
  if (!person || mention.personIds.length > 1) return mention.typed;
  const typed = words(mention.typed).join(' ');
  const parts = person.name.trim().split(/\s+/);
  const starts = parts.map((_, at) => parts.slice(0, at + 1).join(' '));
  const said = [...starts, ...person.aliases].find((one) => words(one).join(' ') === typed);
  return said ?? (parts[0] || mention.typed);
}

// A name after one of these is part of the sentence: "send it to @steve".
const LINKS =
  /(?:^|[^\p{L}\p{N}\p{M}])(?:about|after|against|and|around|as|at|before|behind|between|beside|by|for|from|if|in|like|near|nor|of|on|or|over|per|since|than|through|to|toward|towards|under|until|upon|versus|via|vs|when|whether|with|without)$|[&+]$/iu;
/** As much of the text before a name as a link may take. */
const LINK_WITHIN = 20;
/** What makes a name at the start of a line part of its sentence: "Steve's plan", "Steve and Mei". */
const GOES_ON = /^(?:['’-]\p{L}|\s*[&+]|\s+(?:and|or)(?![\p{L}\p{N}\p{M}]))/iu;

/** Whether the sentence needs the name that stands there: without it, it would break off or begin in the middle. */
export function isNeeded(body: string, mentions: readonly Mention[], at: number): boolean {
  const mention = mentions[at];
  if (!mention) return false;
  const end = trimmed(body, mention.from, '');
  const isStart = end === 0;
  if (isStart && GOES_ON.test(body.slice(mention.to, mention.to + LINK_WITHIN))) return true;
  if (LINKS.test(body.slice(Math.max(0, end - LINK_WITHIN), end))) return true;
  // "to @steve, @mei": what one of them is needed for, the next is, too.
  const listed = body.charAt(end - 1) === ',' && mentions[at - 1]?.to === trimmed(body, end, ',');
  return listed && isNeeded(body, mentions, at - 1);
}

/**
 * Takes off what is no part of the text: settled names at its ends that its sentence does not need, and a date at its
 * end; other settled names lose their @.
 */
export function strip(
  body: string,
  mentions: readonly Mention[],
  kind: CaptureKind,
  readDate?: (text: string) => ReturnType<ReadDate>,
): { text: string; due: string | null; dueWords: string; noDay: string } {
  let start = 0;
  let end = trimmed(body, body.length, '');
  let due: string | null = null;
  let dueWords = '';
  let noDay = '';
  const settled = mentions.filter((mention) => mention.sure);
  for (const mention of settled) {
    if (body.slice(start, mention.from).trim() !== '') break;
    const after = /^\s*[:,]/.exec(body.slice(mention.to, mention.to + 10))?.[0].length ?? 0;
    if ((kind === 'note' || kind === 'vent') && after === 0 && !mention.later) break;
    if (!mention.later && isNeeded(body.slice(start), [shifted(mention, start)], 0)) break;
    start = mention.to + after;
  }
  const rest = settled.filter((mention) => mention.from >= start);
  let read = readDate === undefined;
  /** The words of a date that stand within the text. */
  let cut = { from: body.length, to: body.length };
  for (;;) {
    const last = rest.at(-1);
    const ends = last && last.to === trimmed(body, end, '.,;');
    if (ends && (last.later || !isNeeded(body, rest, rest.length - 1))) {
      rest.pop();
      end = trimmed(body, last.from, ',');
      continue;
    }
    if (read) break;
    read = true;
    const date = readDate?.(body.slice(start, end));
    if (!date) {
      const before = readDate && dateBeforeNames(body, rest, start, end, readDate);
      if (!before) break;
      due = before.due;
      noDay = before.noDay;
      dueWords = before.words;
      cut = before;
      break;
    }
    due = date.day;
    noDay = date.wrong ?? '';
    dueWords = body.slice(start + date.from, start + date.to).trim();
    end = trimmed(body, start + date.from, dueWords ? ',' : '');
  }
  let text = '';
  let at = start;
  const add = (to: number) => {
    const until = Math.max(at, to);
    if (at <= cut.from && cut.from < until)
      text += `${body.slice(at, cut.from)} ${body.slice(cut.to, until).trimStart()}`;
    else text += body.slice(at, until);
  };
  for (const mention of rest) {
    add(mention.from);
    if (!mention.later) text += mention.typed;
    at = mention.to;
  }
  add(end);
  return { text: text.trim(), due, dueWords, noDay };
}

/** A date that stands before the names at the end: "send the plan by Friday to @steve and @mei". */
function dateBeforeNames(
  body: string,
  mentions: readonly Mention[],
  start: number,
  end: number,
  readDate: (text: string) => ReturnType<ReadDate>,
): { due: string | null; words: string; noDay: string; from: number; to: number } | undefined {
  let to = end;
  for (const mention of [...mentions].reverse()) {
    if (mention.to !== trimmed(body, to, '.,;')) break;
    to = trimmed(body, mention.from, ',');
    const link = LINKS.exec(body.slice(Math.max(start, to - LINK_WITHIN), to));
    if (link) to = trimmed(body, to - link[0].trimStart().length, ',');
  }
  if (to === end || to <= start) return undefined;
  const date = readDate(body.slice(start, to));
  if (!date) return undefined;
  return {
    due: date.day,
    noDay: date.wrong ?? '',
    words: body.slice(start + date.from, start + date.to).trim(),
    from: trimmed(body, start + date.from, ''),
    to: start + date.to,
  };
}

function shifted(mention: Mention, by: number): Mention {
  return { ...mention, from: mention.from - by, to: mention.to - by };
}

/** The end of a text without white space and these characters at it; a loop, as a pattern would take the square of a long run. */
function trimmed(text: string, end: number, characters: string): number {
  let at = end;
  while (at > 0 && (text.charAt(at - 1).trim() === '' || characters.includes(text.charAt(at - 1)))) at -= 1;
  return at;
}

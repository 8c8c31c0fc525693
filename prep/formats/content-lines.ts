import { CONTENT_MAX } from './limits.ts';

/** One logical line of a vCard or iCalendar file. */
export interface ContentLine {
  /** Where it begins in the file, from 1. */
  at: number;
  /** `item1.EMAIL` is EMAIL: upper case, without its group. */
  name: string;
  /** Without the group: `EMAIL;TYPE=work:ana@example.com`. */
  text: string;
}

const HEAD = /^(?:[\w-]{1,100}\.)?([A-Za-z][\w-]{0,60})(?=[;:])/;
/** A value in quoted-printable, where a `=` at the end joins the next line (vCard 2.1). */
const QUOTED = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/**
 * The logical lines of a file: folded ones joined, groups taken off, and only the properties that are wanted, so that
 * photos and long descriptions are stepped over. Lines end in CRLF, LF or CR. What is no content line is passed over,
 * and so is one longer than 20,000 characters.
 */
export function* contentLines(text: string, wanted: ReadonlySet<string>): Generator<ContentLine> {
  const endOf = lineEnds(text);
  let at = 0;
  let start = 0;
  let current: ContentLine | undefined;
  let soft = false;
  while (start < text.length) {
    const end = endOf(start);
    const first = text[start];
    at += 1;
    if (current && soft) {
      soft = append(current, text.slice(start, end), true);
    } else if (first === ' ' || first === '\t') {
      if (current) append(current, text.slice(start + 1, end), false);
    } else {
      if (current && current.text.length <= CONTENT_MAX) yield current;
      current = undefined;
      const head = HEAD.exec(text.slice(start, Math.min(end, start + 200)));
      const name = head?.[1]?.toUpperCase();
      if (head && name && wanted.has(name)) {
        const from = start + head[0].length - name.length;
        current = { at, name, text: text.slice(from, Math.min(end, from + CONTENT_MAX + 1)) };
        soft = QUOTED.test(current.text.slice(0, 300)) && current.text.endsWith('=');
        if (soft) current.text = current.text.slice(0, -1);
      }
    }
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  if (current && current.text.length <= CONTENT_MAX) yield current;
}

/** Joins a part to a line, up to one character over what is allowed. @returns whether the next part follows too */
function append(line: ContentLine, part: string, isSoft: boolean): boolean {
  const goesOn = isSoft && part.endsWith('=');
  if (line.text.length <= CONTENT_MAX) line.text += part.slice(0, CONTENT_MAX + 1);
  if (goesOn) line.text = line.text.slice(0, -1);
  return goesOn;
}

/**
 * Where lines end, asked in ascending order. A lone CR ends one too (old Macs); each is looked for only once it is
 * passed, or a long file without one would be searched to its end for every line.
 */
function lineEnds(text: string): (start: number) => number {
  let newline = -1;
  let carriage = -1;
  const next = (mark: string, start: number) => {
    const found = text.indexOf(mark, start);
    return found === -1 ? text.length : found;
  };
  return (start) => {
    if (newline < start) newline = next('\n', start);
    if (carriage < start) carriage = next('\r', start);
    return Math.min(newline, carriage);
  };
}

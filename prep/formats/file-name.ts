import { fold } from '../fold.ts';
import { pageText } from '../page-text.ts';

/** Names that Windows keeps for devices, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(\.|$)/i;

/** Longest name, in bytes of UTF-8: Linux takes 255 with the ending and a number. */
const BYTES_MAX = 200;

/**
 * A name for a file that every system takes, and that Obsidian can link to: without `/ \ : * ? " < > | # ^ [ ]`, dots at
 * the ends, or the name of a device. `other` stands for a name of which nothing is left.
 */
export function safeFileName(name: string, other: string): string {
  const plain = trimDots(
    pageText(name, 1_000)
      .replace(/[/\\:*?"<>|#^[\]%]+/g, ' ')
      .replace(/ {2,}/g, ' '),
  );
  let short = '';
  let bytes = 0;
  for (const letter of plain) {
    bytes += bytesIn(letter);
    if (bytes > BYTES_MAX) break;
    short += letter;
  }
  const whole = trimDots(short) || other;
  return RESERVED.test(whole) ? `_${whole}` : whole;
}

/** Bytes of one character in UTF-8. */
function bytesIn(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function trimDots(text: string): string {
  return text.replace(/^[.\s]+|[.\s]+$/gu, '');
}

/** Gives each name once, whatever the case or accents: the second "Ana" is "Ana 2". */
export function distinctNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let count = 2; taken.has(fold(free)); count += 1) free = `${name} ${count}`;
    taken.add(fold(free));
    return free;
  };
}

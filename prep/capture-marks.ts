import type { Owner } from './records/action-item.ts';

/** What a captured line can be; a vent is a note that stays out of search, recap and print (Missing, METHOD 40). */
export type CaptureKind = 'note' | 'vent' | 'promise' | 'fact' | 'question' | 'topic';

/** What the start of a line says about it. */
export interface Mark {
  kind: CaptureKind;
  /** Said by the mark itself; undefined when a box or `todo` leaves it open. */
  owner: Owner | undefined;
  /** How many characters of the line it takes, white space round it included. */
  length: number;
}

// Marks of right-to-left text and of a byte order are not seen, so they may stand before a mark.
const INDENT = /^[\s\u200e\u200f\u2066-\u2069\ufeff]*/;
const BOX = /^(?:[-*•]\s+)?(?:\[ ?\]|［[ \u3000]?］|☐)\s*/;
const TODO = /^(?:[-*•]\s+)?todo(?:\s*:\s*|\s+|$)/i;
const OWNER = /^(they|them|both)\s*:\s*/i;
// The wide forms are what Chinese and Japanese keyboards write, ؟ is the Arabic one.
const OTHER: [RegExp, CaptureKind][] = [
  [/^[?？؟]+\s*/, 'question'],
  [/^[!！]+(?!=)\s*/, 'fact'],
  [/^[>＞]+\s*/, 'topic'],
  // Only before a space: "~5 people" is about five.
  [/^[~～〜]\s+/, 'vent'],
];

/** Reads the mark that a line starts with. Without one it is a note and `length` is 0. */
export function readMark(line: string): Mark {
  const indent = INDENT.exec(line)?.[0].length ?? 0;
  const rest = line.slice(indent);
  for (const [pattern, kind] of OTHER) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return { kind, owner: undefined, length: indent + found.length };
  }
  const box = (BOX.exec(rest) ?? TODO.exec(rest))?.[0].length ?? 0;
  const owner = OWNER.exec(rest.slice(box));
  if (box === 0 && !owner) return { kind: 'note', owner: undefined, length: 0 };
  const whose = owner?.[1]?.toLowerCase();
  return {
    kind: 'promise',
    owner: whose === undefined ? undefined : whose === 'both' ? 'both' : 'them',
    length: indent + box + (owner?.[0].length ?? 0),
  };
}

const WRITTEN = { note: '', vent: '~ ', fact: '! ', question: '? ', topic: '> ' } as const;
const OWNED = { me: '[] ', them: 'they: ', both: 'both: ' } as const;

/** The mark to write before a line so that it is read as this. */
export function writeMark(kind: CaptureKind, owner: Owner): string {
  return kind === 'promise' ? OWNED[owner] : WRITTEN[kind];
}

import type { ReadDate, Understood } from './capture.ts';
import { type CaptureKind, readMark, writeMark } from './capture-marks.ts';
import { LATER } from './capture-names.ts';
import type { Owner } from './records/action-item.ts';

/** What the user changes about an item that was understood. */
export interface CaptureChange {
  kind?: CaptureKind;
  owner?: Owner;
  /** `YYYY-MM-DD`; null: none. */
  due?: string | null;
  /** Full names; empty: for later. */
  names?: readonly string[];
  /** The full name that its open @name stands for. */
  settled?: string;
}

/** Said at the end of a line: it has no due date, whatever else it says. */
const NO_DATE = 'no date';

/**
 * The captured text with one item written so that it is read as changed. The text stays the only truth: what is
 * shown, kept as a draft and filed later is read from it. `names` are those of the item's people now.
 */
export function changeItem(
  text: string,
  item: Understood,
  change: CaptureChange,
  names: readonly string[],
  read?: { readDate: ReadDate; today: string },
): string {
  const kind = change.kind ?? item.kind;
  const settled = change.settled ?? (item.personIds.length === 0 ? only(change.names) : undefined);
  if (settled !== undefined && item.open) {
    // The place of an open @name is counted from the start of what follows the mark.
    const start = item.from + readMark(text.slice(item.from, item.to)).length;
    return put(text, start + item.open.from, start + item.open.to, `@${settled}`);
  }
  let words = item.text;
  // A line of another kind must not be read by a mark that its text begins with.
  for (let mark = readMark(words); mark.length > 0; mark = readMark(words)) words = words.slice(mark.length);
  if (kind !== 'note') words = words.replace(/\s+/g, ' ');
  if (change.names) words = words.replace(/(^|[\s([{])@(?=\p{L})/gu, '$1');
  const people = change.names ?? (item.by === 'later' ? [] : item.by === 'named' ? names : undefined);
  const called = people?.length === 0 ? [LATER] : (people ?? []);
  const mark = writeMark(kind, change.owner ?? item.owner);
  const parts = [
    mark + words,
    dueWords(item, change, mark + words, read),
    ...called.map((name) => `@${name}`),
  ];
  return put(text, item.from, item.to, parts.filter((part) => part !== '').join(' '));
}

function dueWords(
  item: Understood,
  change: CaptureChange,
  line: string,
  read?: { readDate: ReadDate; today: string },
): string {
  if (change.due === undefined) {
    if (item.dueWords !== '' || item.due === null) return item.dueWords;
    return read?.readDate(line, read.today)?.day === item.due ? '' : `by ${item.due}`;
  }
  if (change.due !== null) return `by ${change.due}`;
  return read?.readDate(line, read.today) ? NO_DATE : '';
}

function put(text: string, from: number, to: number, piece: string): string {
  return text.slice(0, from) + piece + text.slice(to);
}

function only(names: readonly string[] = []): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

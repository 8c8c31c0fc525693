import { compareVersions, writtenAt } from './order.ts';
import type { BackupRecord } from './tables.ts';
import { MARK, noteOf } from './version-ids.ts';

/*
 * A note whose text was changed in two places keeps both: the newer one under its id, the other beside it under an id made
 * of the first and its text, so that it is made once however often and wherever the two meet.
 *
 * A version gives way without a trace only to a newer one in which all of its lines still stand. That is an order
 * (reflexive, transitive), and what is kept of any set of versions are those that nothing in the set is above:
 * so merging is commutative, associative and idempotent.
 */

/** When the record of an id was last deleted, in ms; -Infinity when never. */
export type Floor = (id: string) => number;

/** The id under which a text is kept beside its note. */
export function versionId(id: string, text: string): string {
  return `${noteOf(id)}${MARK}${hash(text)}`;
}

/** The id that a note has, or would have, as another text beside its note. */
export function idBeside(note: BackupRecord): string {
  return versionId(note.id, textOf(note));
}

/** Whether every line of the older text stands in the newer one, in the same order: it lost nothing. */
export function contains(newer: string, older: string): boolean {
  if (older === newer) return true;
  const lines = newer.split('\n');
  let at = 0;
  for (const line of older.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    while (at < lines.length && !lines[at]?.includes(line)) at += 1;
    if (at === lines.length) return false;
    at += 1;
  }
  return true;
}

/**
 * What is kept of all versions of one note: the winner first, under the note's id, then those beside it. `floor`: when the
 * note of an id was last deleted, or a version of it, in ms; versions of before are gone.
 */
export function keptVersions(all: readonly BackupRecord[], floor: Floor): BackupRecord[] {
  const isAlive = (one: BackupRecord) =>
    [noteOf(one.id), idBeside(one)].every((id) => writtenAt(one) > floor(id));
  const alive = all.filter(isAlive).sort((a, b) => compareVersions(b, a));
  const kept: BackupRecord[] = [];
  for (const one of alive) {
    if (kept.some((newer) => contains(textOf(newer), textOf(one)))) continue;
    kept.push({ ...one, id: kept.length === 0 ? noteOf(one.id) : idBeside(one) });
  }
  return kept;
}

const textOf = (note: BackupRecord) => (typeof note.text === 'string' ? note.text : '');

/** 53 bits of a text in base 36; two texts of one note that fell together would lose one, once in 10^15 pairs. */
function hash(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & high) + (low >>> 0)).toString(36);
}

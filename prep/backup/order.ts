import type { BackupRecord } from './tables.ts';

/*
 * Which of two versions of a record wins. The order is total and looks at nothing but the two, so that whoever merges
 * what, in whatever order and however often, comes to the same.
 */

/** What ships with Peerside: its id is a name, not a UUID, and it is made anew by every installation. */
const SHIPPED = /^(set|question|agenda|template):/;

/** Fields that name meetings: they follow when two records of one event become one, so they decide last. */
const MEETINGS = new Set(['meetingId', 'meetingIds', 'raisedIn']);

/** Fields that name people: they follow when two people are joined, so they decide before those only. */
const PEOPLE = new Set(['personId', 'personIds', 'stances', 'closing']);

/** When a version was written, in ms; what shipped and was never touched since gives way to everything. */
export function writtenAt({ id, updatedAt, createdAt }: BackupRecord): number {
  if (updatedAt === undefined || updatedAt === '' || (updatedAt === createdAt && SHIPPED.test(id))) return 0;
  return Date.parse(updatedAt);
}

/** Below 0 when `a` gives way to `b`, above 0 when it wins; 0 only for the same content. */
export function compareVersions(a: BackupRecord, b: BackupRecord): number {
  const byTime = writtenAt(a) - writtenAt(b);
  if (byTime !== 0) return byTime;
  const one = canonical(a);
  const two = canonical(b);
  return one === two ? 0 : one < two ? -1 : 1;
}

/** The same text for the same content, whatever the order of the members. `id` is left out: it is the place, not the content. */
export function canonical(record: BackupRecord): string {
  const keys = Object.keys(record).filter((key) => key !== 'id');
  const own = keys.filter((key) => !MEETINGS.has(key) && !PEOPLE.has(key)).sort();
  const links = [PEOPLE, MEETINGS].map((names) => keys.filter((key) => names.has(key)).sort());
  return JSON.stringify([own, ...links].map((part) => part.map((key) => [key, sorted(record[key])])));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted((value as Record<string, unknown>)[key])]);
}

/** Whether two records have the same content; members that are undefined count as absent. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Record<string, unknown>;
  const two = b as Record<string, unknown>;
  for (const key in one) if (!sameContent(one[key], two[key])) return false;
  for (const key in two) if (two[key] !== undefined && one[key] === undefined) return false;
  return true;
}

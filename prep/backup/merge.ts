import { compareVersions, sameContent, writtenAt } from './order.ts';
import type { BackupRecord, BackupTable } from './tables.ts';
import { noteOf } from './version-ids.ts';
import { type Floor, keptVersions } from './versions.ts';

/** What became, or would become, of the records of one table. */
export interface Outcome {
  /** Not here yet. */
  fresh: number;
  /** Newer in the file. */
  changed: number;
  /** Here already as they are. */
  same: number;
  /** Newer here, or deleted here since: left as they are. */
  older: number;
  /** Deleted in the file since they were changed here. */
  deleted: number;
  /** Notes that were changed in both: the other text is kept beside the newer one. */
  beside: number;
}

export const NOTHING: Readonly<Outcome> = { fresh: 0, changed: 0, same: 0, older: 0, deleted: 0, beside: 0 };

/** The sum of two outcomes. */
export function addOutcomes(a: Outcome, b: Outcome): Outcome {
  const keys = Object.keys(NOTHING) as (keyof Outcome)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Outcome;
}

/** What has to be written so that a table holds what both hold. */
export interface Merged {
  puts: BackupRecord[];
  deletes: string[];
  /** Ids that became others: two records of one event are one, under the lesser id. */
  moved: Map<string, string>;
  outcome: Outcome;
}

/** What a record is the same by, beside its id; two devices that see one event make a record of it each. */
const UNIQUE: Partial<Record<BackupTable, string>> = { meetings: 'eventKey', series: 'seriesKey' };

/** The other thing that a record of this table is the same by; null when it has none. */
export function uniqueKey(table: BackupTable, record: BackupRecord): string | null {
  const value = record[UNIQUE[table] ?? ''];
  return typeof value === 'string' ? value : null;
}

/** The field that holds it, where a table has one. */
export function uniqueField(table: BackupTable): string | undefined {
  return UNIQUE[table];
}

/**
 * Merges records of one table: newest wins, what was deleted later than it was changed stays deleted, a note changed in two
 * places keeps both texts. `here` are all records of this table that can be the same as one of `there`.
 */
export function mergeTable(
  table: BackupTable,
  here: readonly BackupRecord[],
  there: readonly BackupRecord[],
  floor: Floor,
): Merged {
  const merged: Merged = { puts: [], deletes: [], moved: new Map(), outcome: { ...NOTHING } };
  for (const { ours, theirs } of groups(table, here, there)) {
    const kept = keptOf(table, [...ours, ...theirs], floor);
    if (UNIQUE[table] && kept[0]) {
      for (const { id } of [...ours, ...theirs]) if (id !== kept[0].id) merged.moved.set(id, kept[0].id);
    }
    const puts = kept.filter((one) => !ours.some((own) => own.id === one.id && sameContent(own, one)));
    const deletes = ours.filter((own) => !kept.some((one) => one.id === own.id));
    merged.puts.push(...puts);
    for (const own of deletes) merged.deletes.push(own.id);
    count(merged.outcome, ours, theirs, kept, puts.length + deletes.length > 0);
  }
  return merged;
}

/** The same where nothing is here that any of them could be the same as, and none of them comes twice. */
export function takeAll(there: readonly BackupRecord[], floor: Floor): Merged {
  const puts = there.filter((one) => writtenAt(one) > floor(one.id));
  const outcome = { ...NOTHING, fresh: puts.length, older: there.length - puts.length };
  return { puts, deletes: [], moved: new Map(), outcome };
}

interface Group {
  ours: BackupRecord[];
  theirs: BackupRecord[];
}

/** Records that are one: by id, by what else is unique, or as versions of one note. */
function groups(
  table: BackupTable,
  here: readonly BackupRecord[],
  there: readonly BackupRecord[],
): Iterable<Group> {
  const byId = new Map<string, Group>();
  const byKey = new Map<string, Group>();
  const add = (record: BackupRecord, side: keyof Group) => {
    const id = table === 'notes' ? noteOf(record.id) : record.id;
    const key = uniqueKey(table, record);
    const one = byId.get(id);
    const other = key === null ? undefined : byKey.get(key);
    const group = one ?? other ?? { ours: [], theirs: [] };
    if (other && other !== group) join(group, other, byId, byKey, table);
    group[side].push(record);
    byId.set(id, group);
    if (key !== null) byKey.set(key, group);
  };
  for (const record of here) add(record, 'ours');
  for (const record of there) add(record, 'theirs');
  return new Set(byId.values());
}

function join(
  into: Group,
  from: Group,
  byId: Map<string, Group>,
  byKey: Map<string, Group>,
  table: BackupTable,
): void {
  for (const side of ['ours', 'theirs'] as const) {
    for (const record of from[side]) {
      into[side].push(record);
      byId.set(record.id, into);
      const key = uniqueKey(table, record);
      if (key !== null) byKey.set(key, into);
    }
  }
}

function keptOf(table: BackupTable, all: readonly BackupRecord[], floor: Floor): BackupRecord[] {
  if (table === 'notes') return keptVersions(all, floor);
  let best: BackupRecord | undefined;
  let id: string | undefined;
  for (const one of all) {
    if (writtenAt(one) <= floor(one.id)) continue;
    if (!best || compareVersions(one, best) > 0) best = one;
    if (id === undefined || one.id < id) id = one.id;
  }
  return best && id !== undefined ? [best.id === id ? best : { ...best, id }] : [];
}

function count(
  outcome: Outcome,
  ours: readonly BackupRecord[],
  theirs: readonly BackupRecord[],
  kept: readonly BackupRecord[],
  writes: boolean,
): void {
  const beside = kept.slice(1).filter((one) => !ours.some((own) => own.id === one.id)).length;
  outcome.beside += beside;
  // Only looked at because something of this id was deleted elsewhere.
  if (theirs.length === 0 && !writes) return;
  if (ours.length === 0) {
    if (kept.length > 0) outcome.fresh += 1;
    else outcome.older += 1;
  } else if (kept.length === 0) outcome.deleted += 1;
  else if (writes) outcome.changed += 1;
  else if (theirs.some((one) => ours.some((own) => sameContent(own, one)))) outcome.same += 1;
  else outcome.older += 1;
}

/** A record whose links to meetings follow those that became one; the same record when none did. */
export function withMoved(record: BackupRecord, moved: ReadonlyMap<string, string>): BackupRecord {
  if (moved.size === 0) return record;
  const change: Record<string, unknown> = {};
  const { meetingId } = record;
  if (typeof meetingId === 'string' && moved.has(meetingId)) change.meetingId = moved.get(meetingId);
  for (const field of ['meetingIds', 'raisedIn']) {
    const ids = record[field];
    if (Array.isArray(ids) && ids.some((id) => moved.has(id)))
      change[field] = [...new Set(ids.map((id) => moved.get(id) ?? id))];
  }
  return Object.keys(change).length === 0 ? record : { ...record, ...change };
}

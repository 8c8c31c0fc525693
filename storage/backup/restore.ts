import { Forgotten } from '../../prep/backup/forgotten.ts';
import {
  addOutcomes,
  type Floor,
  mergeTable,
  NOTHING,
  type Outcome,
  takeAll,
  withMoved,
} from '../../prep/backup/merge.ts';
import { type BackupRecord, type BackupTable, isBackupTable, TABLES } from '../../prep/backup/tables.ts';
import { tellCalendarTabs } from '../calendar-tabs.ts';
import { db } from '../db.ts';
import { eraseSearch } from '../search-store.ts';
import { aboutForgotten, writeTombstones } from './forgotten.ts';
import { followMoved, Here, putRecords } from './here.ts';
import { PAGE, type Progress } from './source.ts';
import { readPart, type Staged } from './stage.ts';

/** merge: newest wins, nothing newer here is lost; replace: what is here goes, and the file takes its place. */
export type Mode = 'merge' | 'replace';

/** What a restore would do, or did, by table; tables that it does not touch are left out. */
export type Outcomes = Partial<Record<BackupTable, Outcome>>;

export interface RestoreOptions {
  signal?: AbortSignal | undefined;
  progress?: Progress | undefined;
}

/** Thrown when what was written is not what was meant; the transaction was taken back. */
export class NotRestored extends Error {}

/** What a restore would do at this moment; writes nothing. */
export function previewRestore(staged: Staged, mode: Mode, options: RestoreOptions = {}): Promise<Outcomes> {
  return db.transaction('r', db.tables, async () => run(staged, mode, false, options));
}

/**
 * Restores a staged file in one transaction: all or nothing, also when it is cancelled, the page is closed or the browser is
 * killed. To be preceded by a snapshot.
 */
export async function restore(staged: Staged, mode: Mode, options: RestoreOptions = {}): Promise<Outcomes> {
  const outcomes = await db.transaction('rw', db.tables, async () => run(staged, mode, true, options));
  // What search knew may be gone, or newer than what came back.
  await eraseSearch();
  await tellCalendarTabs();
  return outcomes;
}

/** Tables whose records are one by more than their id come first: what links to them follows. */
const ORDER: readonly BackupTable[] = [
  'meetings',
  'series',
  ...TABLES.filter((table) => table !== 'meetings' && table !== 'series' && table !== 'tombstones'),
];

async function run(
  staged: Staged,
  mode: Mode,
  apply: boolean,
  { signal, progress }: RestoreOptions,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const add = (table: BackupTable, outcome: Partial<Outcome>) => {
    outcomes[table] = addOutcomes(outcomes[table] ?? NOTHING, { ...NOTHING, ...outcome });
  };
  const total = staged.parts.reduce((sum, part) => sum + part.count, 0);
  let done = 0;
  const told = (count: number) => {
    done += count;
    progress?.(done, total);
    signal?.throwIfAborted();
  };
  if (mode === 'replace') await clear(apply, add);
  const empty = mode === 'replace';
  const floors = await readFloors(staged, empty, apply);
  told(staged.parts.filter(({ table }) => table === 'tombstones').reduce((sum, { count }) => sum + count, 0));

  const moved = new Map<string, string>();
  const people = empty ? new Map<string, number>() : forgottenIn(floors.all);
  const forgotten = new Forgotten(people);
  const bury = async (table: BackupTable, gone: readonly BackupRecord[]) => {
    for (const { id, updatedAt = '' } of gone) floors.note(table, id, updatedAt);
    if (apply) await writeTombstones(table, gone);
  };
  for (const [table, records] of await aboutForgotten(floors.people, people)) {
    const left = forgotten.leave(table, records);
    if (left.gone.length > 0) add(table, { deleted: left.gone.length });
    await bury(table, left.gone);
    if (!apply) continue;
    await db.table(table).bulkDelete(left.gone.map(({ id }) => id));
    await putRecords(
      table,
      left.records.filter((one) => !records.includes(one)),
    );
  }
  for (const table of ORDER) {
    const parts = staged.parts.filter((part) => part.table === table);
    const gone = new Set(empty ? [] : floors.incoming.get(table));
    if (parts.length === 0 && gone.size === 0) continue;
    const here = await Here.of(table, staged.doubled.has(table));
    let writing: PromiseLike<unknown> | undefined;
    const floor: Floor = (id) => floors.all.get(`${table} ${id}`) ?? Number.NEGATIVE_INFINITY;
    // As it will stand once it is emptied, or the forgotten are taken out, also while nothing is written.
    const like = async (some: readonly { id: string }[]) =>
      empty && !apply ? [] : forgotten.leave(table, await here.like(some)).records;
    for (const part of parts) {
      const all = readPart(part);
      const left = forgotten.leave(table, all);
      const there = left.records.map((record) => withMoved(record, moved));
      add(table, { older: left.gone.length });
      await bury(table, left.gone);
      const blind = here.blind(all);
      const merged = blind
        ? takeAll(there, floor)
        : mergeTable(table, await like([...there, ...left.gone]), there, floor);
      for (const [from, to] of merged.moved) if (table === 'meetings') moved.set(from, to);
      if (apply && blind) {
        // One write is on its way, by another process, while the next is made.
        const before = writing;
        writing = here.begin(merged);
        await before;
      } else if (apply) await here.write(merged);
      if (apply && table === 'meetings') await followMoved(merged.moved);
      for (const id of [...all.map((one) => one.id), ...merged.deletes]) gone.delete(id);
      add(table, merged.outcome);
      told(part.count);
    }
    await writing;
    // What was deleted in the file after it was last changed here, and is not in it any more.
    const deleted = [...gone].map((id) => ({ id }));
    for (let from = 0; from < deleted.length; from += PAGE) {
      const merged = mergeTable(table, await like(deleted.slice(from, from + PAGE)), [], floor);
      if (apply) await here.write(merged);
      add(table, merged.outcome);
    }
    if (apply && !(await here.holds())) throw new NotRestored(table);
  }
  return outcomes;
}

/** Who was forgotten, here or in the file, and when. Replacing takes the file as it is, as it takes what was deleted here. */
function forgottenIn(floors: ReadonlyMap<Key, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [key, at] of floors) if (key.startsWith('people ')) found.set(key.slice('people '.length), at);
  return found;
}

async function clear(apply: boolean, add: (table: BackupTable, outcome: Partial<Outcome>) => void) {
  for (const table of TABLES) {
    const count = await db.table(table).count();
    if (count === 0) continue;
    if (table !== 'tombstones') add(table, { deleted: count });
    if (apply) await db.table(table).clear();
  }
}

/** A table and an id, as one key. */
type Key = string;

interface Floors {
  /** When each was last deleted, in ms, here or in the file. */
  all: Map<Key, number>;
  /** Notes another one. */
  note: (table: string, id: string, at: string) => void;
  /** What the file says was deleted. */
  incoming: Map<BackupTable, string[]>;
  /** People of whom only the file says so, or later than here. */
  people: Set<string>;
}

/** What was deleted here and in the file, the later of both; written if told. */
async function readFloors(staged: Staged, empty: boolean, apply: boolean): Promise<Floors> {
  const all = new Map<Key, number>();
  const incoming: Floors['incoming'] = new Map();
  const people = new Set<string>();
  const note = (table: string, id: string, at: string) => {
    const key = `${table} ${id}`;
    all.set(key, Math.max(all.get(key) ?? Number.NEGATIVE_INFINITY, Date.parse(at)));
  };
  if (!empty) await db.tombstones.each(({ table, id, deletedAt }) => note(table, id, deletedAt));
  for (const part of staged.parts.filter(({ table }) => table === 'tombstones')) {
    const records = readPart(part);
    const ids = records.map(({ id }) => id);
    const here = empty ? [] : await db.tombstones.bulkGet(ids);
    const puts: BackupRecord[] = [];
    for (const [index, record] of records.entries()) {
      const { id, table, deletedAt = '' } = record;
      note(String(table), id, deletedAt);
      if (isBackupTable(table)) {
        const list = incoming.get(table) ?? [];
        list.push(id);
        incoming.set(table, list);
      }
      const own = here[index];
      if (own && Date.parse(own.deletedAt) >= Date.parse(deletedAt)) continue;
      puts.push(record);
      if (table === 'people') people.add(id);
    }
    if (apply) await putRecords('tombstones', puts);
  }
  return { all, note, incoming, people };
}

import { buried, Forgotten } from '../../prep/backup/forgotten.ts';
import {
  addOutcomes,
  mergeTable,
  NOTHING,
  type Outcome,
  takeAll,
  withMoved,
} from '../../prep/backup/merge.ts';
import { type BackupRecord, type BackupTable, TABLES } from '../../prep/backup/tables.ts';
import type { Floor } from '../../prep/backup/versions.ts';
import { tellCalendarTabs } from '../calendar-tabs.ts';
import { db } from '../db.ts';
import { eraseSearch } from '../search-store.ts';
import { type Floors, readFloors } from './floors.ts';
import { aboutForgotten, writeTombstones } from './forgotten.ts';
import { followMoved, Here, putRecords } from './here.ts';
import { followJoined, readJoinings, takeOver } from './joined.ts';
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
  const people = empty ? new Map<string, number>() : forgottenIn(floors);
  const forgotten = new Forgotten(people);
  const joinings = await readJoinings(staged, empty ? [] : floors.joined.values());
  const { joined } = joinings;
  // About those who stay first: who was joined with somebody who was forgotten is forgotten, too.
  const leave = (table: BackupTable, records: readonly BackupRecord[]) =>
    forgotten.leave(
      table,
      records.map((one) => joined.follow(one)),
    );
  const bury = async (table: BackupTable, gone: readonly BackupRecord[]) => {
    const all = buried(table, gone);
    for (const { id, updatedAt = '' } of all) floors.note(table, id, updatedAt);
    if (apply) await writeTombstones(table, all);
  };
  for (const [table, records] of await aboutForgotten(floors.people, people, joinings)) {
    const left = leave(table, records);
    if (left.gone.length > 0) add(table, { deleted: left.gone.length });
    await bury(table, left.gone);
    if (!apply) continue;
    await db.table(table).bulkDelete(left.gone.map(({ id }) => id));
    await putRecords(
      table,
      left.records.filter((one) => !records.includes(one)),
    );
  }
  if (apply) await followJoined(joinings);
  for (const table of ORDER) {
    const parts = staged.parts.filter((part) => part.table === table);
    const gone = new Set(empty ? [] : floors.incoming.get(table));
    if (parts.length === 0 && gone.size === 0) continue;
    const here = await Here.of(table, staged.doubled.has(table));
    let writing: PromiseLike<unknown> | undefined;
    const floor: Floor = (id) => floors.all.get(`${table} ${id}`) ?? Number.NEGATIVE_INFINITY;
    // As it will stand once it is emptied, the forgotten are taken out and links follow, also while nothing is written.
    const like = async (some: readonly { id: string }[]) =>
      empty && !apply ? [] : leave(table, await here.like(some)).records.map((one) => withMoved(one, moved));
    for (const part of parts) {
      const all = readPart(part);
      const left = leave(table, all);
      const there = left.records.map((record) => withMoved(record, moved));
      add(table, { older: left.gone.length });
      await bury(table, left.gone);
      const blind = !(table === 'notes' && floors.hasTexts()) && here.blind(all);
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
    if (apply && table === 'people') await takeOver(joinings);
  }
  return outcomes;
}

/** Who was forgotten, here or in the file, and when. Replacing takes the file as it is, as it takes what was deleted here. */
function forgottenIn({ all, joined }: Floors): Map<string, number> {
  const found = new Map<string, number>();
  for (const [key, at] of all) {
    const id = key.startsWith('people ') && key.slice('people '.length);
    if (id && !joined.has(id)) found.set(id, at);
  }
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

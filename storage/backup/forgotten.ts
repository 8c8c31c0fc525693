import { leavingOf } from '../../prep/backup/forgotten.ts';
import { writtenAt } from '../../prep/backup/order.ts';
import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import { db } from '../db.ts';
import { changesOf } from '../forget-rows.ts';
import type { Joinings } from './joined.ts';
import { recordOf } from './rows.ts';

/** As many are looked for among what is here: a file of ours brings a few, and one that is made to do harm any number. */
const MOST = 50;

/**
 * The records here that are about one of these people and were not written since, by table: what a file's tombstones reach here.
 * Meetings come first. `floors`: when each was forgotten, in ms. Whom somebody is one with, by a joining that was not heard of here, may
 * have been forgotten, too. In a transaction.
 */
export async function aboutForgotten(
  personIds: ReadonlySet<string>,
  floors: ReadonlyMap<string, number>,
  { joined, unheard }: Joinings,
): Promise<Map<BackupTable, BackupRecord[]>> {
  const found = new Map<BackupTable, Map<string, BackupRecord>>([['meetings', new Map()]]);
  const add = (table: BackupTable, rows: readonly object[], floor: number) => {
    const records = rows.map((row) => recordOf(row as Record<string, unknown>));
    const known = found.get(table) ?? new Map<string, BackupRecord>();
    for (const one of records) if (writtenAt(one) <= floor) known.set(one.id, one);
    found.set(table, known);
  };
  const ids = [...personIds, ...unheard.keys()];
  const reached = ids.map((id) => [id, floors.get(joined.into(id) ?? id)] as const);
  for (const [personId, floor] of reached.filter(([, at]) => at !== undefined).slice(0, MOST)) {
    if (floor === undefined) continue;
    const changes = await changesOf(leavingOf(personId));
    for (const [name, { gone, left }] of Object.entries(changes)) {
      if (name === 'people' || name === 'settings') continue;
      const rows = await db.table(name).bulkGet([...gone, ...left.map(({ id }) => id)]);
      add(name as BackupTable, rows, floor);
      if (name === 'meetings') add('notes', await db.notes.where('meetingId').anyOf(gone).toArray(), floor);
    }
  }
  return new Map([...found].map(([table, records]) => [table, [...records.values()]]));
}

/** For what goes because of whom it is about: each tombstone is as old as what it stands for. In a transaction. */
export async function writeTombstones(table: BackupTable, gone: readonly BackupRecord[]): Promise<void> {
  if (gone.length === 0) return;
  const known = await db.tombstones.bulkGet(gone.map(({ id }) => id));
  const later = gone.filter(({ updatedAt = '' }, index) => updatedAt > (known[index]?.deletedAt ?? ''));
  await db.tombstones.bulkPut(later.map(({ id, updatedAt = '' }) => ({ id, table, deletedAt: updatedAt })));
}

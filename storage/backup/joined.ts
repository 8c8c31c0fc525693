import { Joined, type Joins, takenOver, type Unheard } from '../../prep/backup/joined.ts';
import { writtenAt } from '../../prep/backup/order.ts';
import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import type { Tombstone } from '../../prep/records/tombstone.ts';
import { db } from '../db.ts';
import { rowsAbout } from '../rows-about.ts';
import { putRecords } from './here.ts';
import { recordOf } from './rows.ts';
import { readPart, type Staged } from './stage.ts';

/** What joinings mean for a restore. */
export interface Joinings {
  joined: Joined;
  joins: Joins;
  /** By who went: what each side that had not heard of it knew. */
  unheard: Map<string, Unheard[]>;
}

/**
 * What is to be followed in a restore: joinings that are known here or in the file, of people whom neither has written since. In a
 * transaction. `people`: the tombstones of people that count.
 */
export async function readJoinings(staged: Staged, people: Iterable<Tombstone>): Promise<Joinings> {
  const all = [...people].flatMap(({ id, joined, deletedAt }) => (joined ? [{ id, joined, deletedAt }] : []));
  const none = { joined: new Joined(new Map()), joins: new Map(), unheard: new Map() };
  if (all.length === 0) return none;
  const wanted = new Set(all.flatMap(({ id, joined }) => [id, joined.into]));
  const known = (await db.people.toCollection().primaryKeys()).filter((id) => wanted.has(id));
  const rows = (await db.people.bulkGet(known)).filter((row) => row !== undefined);
  const here = byId(rows.map((row) => recordOf({ ...row })));
  const inFile = staged.parts.filter(({ table }) => table === 'people').flatMap(readPart);
  const there = byId(inFile.filter(({ id }) => wanted.has(id)));
  const sides = [here, there];
  const isBack = (id: string, at: string) =>
    sides.some((side) => writtenAt(side.get(id) ?? { id }) > Date.parse(at));
  const joins: Joins = new Map(
    all.filter(({ id, deletedAt }) => !isBack(id, deletedAt)).map(({ id, joined }) => [id, joined]),
  );
  const joined = new Joined(joins);
  const unheard: Joinings['unheard'] = new Map();
  for (const id of [...joins.keys()].sort()) {
    const into = joined.into(id) ?? '';
    const sawBoth = sides.flatMap((side) => {
      const goes = side.get(id);
      return goes ? [{ goes, stays: side.get(into) }] : [];
    });
    if (sawBoth.length > 0) unheard.set(id, sawBoth);
  }
  return { joined, joins, unheard };
}

const byId = (records: readonly BackupRecord[]) => new Map(records.map((one) => [one.id, one]));

/** Lets what is here follow the joinings that the file tells of; in a transaction. */
export async function followJoined({ joined, unheard }: Joinings): Promise<void> {
  for (const id of unheard.keys()) {
    if (joined.into(id) === undefined) continue;
    for (const [table, rows] of await rowsAbout(id)) {
      const records = rows.map((row) => joined.follow(recordOf(row)));
      await putRecords(table as BackupTable, records);
    }
  }
}

/** Lets those who stay take over what would be lost of those who went, once people are merged; in a transaction. */
export async function takeOver({ joined, joins, unheard }: Joinings): Promise<void> {
  for (const [id, known] of unheard) {
    for (const one of known) {
      const row = await db.people.get(joined.into(id) ?? '');
      if (!row) continue;
      const stays = row as unknown as BackupRecord;
      const taken = takenOver(stays, one, joins.get(id)?.seen ?? '');
      if (taken !== stays) await putRecords('people', [taken]);
    }
  }
}

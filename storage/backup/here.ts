import { Dexie, type PromiseExtended, type Table } from 'dexie';
import { type Merged, uniqueField, uniqueKey, withMoved } from '../../prep/backup/merge.ts';
import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import { isVersion, noteOf } from '../../prep/backup/version-ids.ts';
import { db } from '../db.ts';
import { SETTINGS_AT } from '../settings.ts';
import { recordOf, rowOf } from './rows.ts';

/** One table of this browser during a restore; for use in its transaction. */
export class Here {
  readonly #name: BackupTable;
  readonly #table: Table<Record<string, unknown>, string>;
  /** Rows there should be. */
  #count: number;
  /** Whether nothing can be here that a record of the file is the same as. */
  readonly #fresh: boolean;
  /** The other versions kept beside notes, by note. */
  readonly #versions = new Map<string, string[]>();

  private constructor(name: BackupTable, count: number, doubled: boolean) {
    this.#name = name;
    this.#table = db.table(name);
    this.#count = count;
    this.#fresh = count === 0 && !doubled;
  }

  /** `doubled`: the file may hold a record twice, so that one that was just written has to be found again. */
  static async of(name: BackupTable, doubled: boolean): Promise<Here> {
    const here = new Here(name, await db.table(name).count(), doubled);
    if (name === 'notes' && here.#count > 0)
      here.#remember((await db.notes.toCollection().primaryKeys()) as string[]);
    return here;
  }

  /** All records here that one of these can be the same as. */
  async like(there: readonly { id: string }[]): Promise<BackupRecord[]> {
    if (this.blind(there)) return [];
    const ids = new Set(there.map(({ id }) => id));
    if (this.#name === 'notes') {
      for (const { id } of there) {
        const note = noteOf(id);
        for (const one of [note, ...(this.#versions.get(note) ?? [])]) ids.add(one);
      }
    }
    const found = await this.#read([...ids]);
    return [...found, ...(await this.#sameByKey(there, found))];
  }

  /** Writes what was merged of what `like()` gave. */
  async write({ puts, deletes }: Merged): Promise<void> {
    if (deletes.length > 0) await this.#table.bulkDelete(deletes);
    this.#count -= deletes.length;
    if (puts.length === 0) return;
    const there = await this.#table.bulkGet(puts.map(({ id }) => id));
    this.#count += there.filter((row) => row === undefined).length;
    await putRecords(this.#name, puts);
    if (this.#name === 'notes') this.#remember(puts.map(({ id }) => id));
  }

  /** Begins to write records that it is `blind()` to: nothing that is read here depends on them. */
  begin({ puts }: Merged): PromiseExtended<unknown> {
    this.#count += puts.length;
    return putRecords(this.#name, puts);
  }

  /** Whether the table holds as many rows as it was written. */
  async holds(): Promise<boolean> {
    return (await this.#table.count()) === this.#count;
  }

  /** Whether nothing can be here that one of these is the same as: nothing needs to be looked for, then or when they are written. */
  blind(there: readonly { id: string }[]): boolean {
    if (!this.#fresh || this.#name !== 'notes') return this.#fresh;
    return this.#versions.size === 0 && !there.some(({ id }) => isVersion(id));
  }

  #remember(ids: readonly string[]): void {
    for (const id of ids) {
      if (!isVersion(id)) continue;
      const all = this.#versions.get(noteOf(id)) ?? [];
      if (!all.includes(id)) this.#versions.set(noteOf(id), [...all, id]);
    }
  }

  async #read(ids: string[]): Promise<BackupRecord[]> {
    const rows = (await this.#table.bulkGet(ids)).filter((row) => row !== undefined);
    const records = rows.map(recordOf);
    if (this.#name === 'settings' && records[0])
      records[0].updatedAt = (await db.meta.get(SETTINGS_AT))?.value ?? '';
    return records;
  }

  /** Records of other ids that are of the same event, or the same series. */
  async #sameByKey(
    there: readonly { id: string }[],
    found: readonly BackupRecord[],
  ): Promise<BackupRecord[]> {
    const field = uniqueField(this.#name);
    if (!field || this.#fresh) return [];
    const known = new Map(found.map((record) => [record.id, uniqueKey(this.#name, record)]));
    const keys = there.flatMap((one) => {
      const key = uniqueKey(this.#name, one as BackupRecord);
      return key === null || known.get(one.id) === key ? [] : [key];
    });
    if (keys.length === 0) return [];
    const rows = await this.#table.where(field).anyOf(keys).toArray();
    return rows.map(recordOf).filter(({ id }) => !known.has(id));
  }
}

/** Rows handed over at a time: the database works on the first while the next are made. */
const STEP = 500;

/**
 * Writes records as rows. No async function: several writes may be on their way in a transaction, which is known to what follows by
 * Dexie's own promises.
 */
export function putRecords(table: BackupTable, records: readonly BackupRecord[]): PromiseExtended<unknown> {
  const steps: PromiseLike<unknown>[] = [];
  if (table === 'settings') {
    for (const { updatedAt, ...record } of records) {
      steps.push(db.table(table).put(record), db.meta.put({ key: SETTINGS_AT, value: updatedAt ?? '' }));
    }
  } else {
    for (let from = 0; from < records.length; from += STEP) {
      const some = records.slice(from, from + STEP);
      steps.push(db.table(table).bulkPut(some.map((record) => rowOf(table, record))));
    }
  }
  return Dexie.Promise.all(steps);
}

/** Lets what is here follow meetings that became one. */
export async function followMoved(moved: ReadonlyMap<string, string>): Promise<void> {
  if (moved.size === 0) return;
  const ids = [...moved.keys()];
  for (const table of ['notes', 'actionItems', 'askings', 'decisions'] as const) {
    await follow(table, await db.table(table).where('meetingId').anyOf(ids).toArray(), moved);
  }
  await follow('agendas', await db.agendas.where('meetingIds').anyOf(ids).distinct().toArray(), moved);
  for (const table of ['topics', 'actionItems'] as const) {
    // Not indexed; two records of one event are rare.
    const raised = await db
      .table(table)
      .filter((row) => row.raisedIn.some((id: string) => moved.has(id)))
      .toArray();
    await follow(table, raised, moved);
  }
}

async function follow(
  table: BackupTable,
  rows: Record<string, unknown>[],
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  await putRecords(
    table,
    rows.map((row) => withMoved(recordOf(row), moved)),
  );
}

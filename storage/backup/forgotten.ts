import { writtenAt } from '../../prep/backup/order.ts';
import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import { type Leaving, without } from '../../prep/forget.ts';
import { db } from '../db.ts';
import { changesOf } from '../forget-rows.ts';

/*
 * A person who was forgotten leaves a tombstone, and so does each record that was known then. What another browser holds
 * about nobody else goes by the person's own tombstone, unless it was written later.
 */

/** As many are looked for among what is here: a file of ours brings a few, and one that is made to do harm any number. */
const MOST = 50;

interface One {
  leaving: Leaving & { meetings: Set<string> };
  floor: number;
}

/** Takes the forgotten out of records. `floors`: when each was forgotten, in ms, by id. */
export class Forgotten {
  readonly #all: ReadonlyMap<string, One>;
  /** Meetings of a file that went. */
  readonly #meetings = new Set<string>();

  constructor(floors: ReadonlyMap<string, number>) {
    this.#all = new Map([...floors].map(([personId, floor]) => [personId, this.#one(personId, floor)]));
  }

  /** The records of a file without them; to be asked for the meetings first. */
  leave(table: BackupTable, records: readonly BackupRecord[]): readonly BackupRecord[] {
    return this.#all.size === 0 ? records : records.flatMap((one) => this.#without(table, one) ?? []);
  }

  /** The ids of records here that are about nobody but one of these; in a transaction. */
  async here(
    personIds: ReadonlySet<string>,
  ): Promise<{ table: BackupTable; ids: string[]; floor: number }[]> {
    const found: { table: BackupTable; ids: string[]; floor: number }[] = [];
    for (const personId of [...personIds].slice(0, MOST)) {
      const one = this.#all.get(personId);
      if (!one) continue;
      const changes = await changesOf(one.leaving);
      for (const [name, { gone }] of Object.entries(changes)) {
        const rows = (await db.table<BackupRecord>(name).bulkGet(gone)) as BackupRecord[];
        const ids = rows.filter((row) => writtenAt(row) <= one.floor).map(({ id }) => id);
        if (ids.length > 0) found.push({ table: name as BackupTable, ids, floor: one.floor });
      }
    }
    return found;
  }

  /** Names are not known any more, and what is shared stays with the others. */
  #one(personId: string, floor: number): One {
    const none = { names: [], emails: [], questions: new Set<string>() };
    return { leaving: { personId, ...none, shared: 'keep', meetings: this.#meetings }, floor };
  }

  #without(table: BackupTable, record: BackupRecord): BackupRecord | null {
    const { personId, personIds } = record as { personId?: string; personIds?: string[] };
    if (personIds?.length === 0) return this.#meetings.has(String(record.meetingId)) ? null : record;
    let left: BackupRecord | null = record;
    for (const id of new Set([record.id, personId ?? '', ...(personIds ?? [])])) {
      const one = this.#all.get(id);
      if (one && left && writtenAt(record) <= one.floor) left = without(table, left, one.leaving);
    }
    if (!left && table === 'meetings') this.#meetings.add(record.id);
    return left;
  }
}

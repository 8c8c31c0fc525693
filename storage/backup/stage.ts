import { BackupError } from '../../prep/backup/faults.ts';
import {
  type BackupHeader,
  BackupReader,
  type Batch,
  type Counts,
  type Odd,
} from '../../prep/backup/format.ts';
import { Lines } from '../../prep/backup/lines.ts';
import { uniqueKey } from '../../prep/backup/merge.ts';
import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import { db } from '../db.ts';
import { openBackup } from './read.ts';
import { PAGE, type Progress } from './source.ts';

/*
 * A file that is to be restored is first read whole and checked, and its records laid aside in the database: only then is
 * all of it there for one transaction, which may not wait for a file or for unpacking. Laid aside are texts of as many
 * records as are read at a time, so that memory does not grow with the file.
 */

const PREFIX = 'incoming ';

/** A checked file whose records are laid aside. */
export interface Staged {
  header: BackupHeader;
  counts: Counts;
  locked: boolean;
  /** Records that are not what their table holds: they are left out. */
  odd: Odd[];
  oddCount: number;
  parts: { key: string; table: BackupTable; count: number }[];
  /** Tables in which an id or an event may come twice: a file of ours has none. */
  doubled: Set<BackupTable>;
}

/** Reads a file, checks all of it and lays its records aside. @throws BackupError, and then nothing is left of it */
export async function stage(
  file: Blob,
  passphrase?: string,
  { signal, progress }: { signal?: AbortSignal | undefined; progress?: Progress | undefined } = {},
): Promise<Staged> {
  await unstage();
  await db.open();
  try {
    const { locked, text } = await openBackup(file, passphrase);
    const reader = new BackupReader(db.verno);
    const shelf = new Shelf();
    const lines = new Lines();
    for await (const piece of text((bytes) => progress?.(bytes, file.size))) {
      signal?.throwIfAborted();
      for (const batch of reader.read(lines.take(piece))) await shelf.add(batch);
    }
    for (const batch of reader.read(lines.rest())) await shelf.add(batch);
    const header = reader.end();
    await shelf.close();
    const { counts, odd, oddCount } = reader;
    return { header, counts, locked, odd, oddCount, parts: shelf.parts, doubled: shelf.doubled };
  } catch (error) {
    await unstage();
    throw error;
  }
}

/** Forgets what was laid aside; safe to repeat. */
export async function unstage(): Promise<void> {
  await db.meta.where('key').startsWith(PREFIX).delete();
}

/** The records of one part; for use in a transaction. @throws BackupError when it is gone */
export async function readPart(key: string): Promise<BackupRecord[]> {
  const row = await db.meta.get(key);
  // Another window began to restore meanwhile.
  if (!row) throw new BackupError({ kind: 'unreadable' });
  return JSON.parse(row.value) as BackupRecord[];
}

/** Collects records until there are enough for a part. */
class Shelf {
  readonly parts: Staged['parts'] = [];
  readonly doubled = new Set<BackupTable>();
  #table: BackupTable | undefined;
  #records: BackupRecord[] = [];
  #last = '';
  /** Hashes of what else is unique, by table; two that fall together are taken for a double, which only costs time. */
  readonly #seen = new Map<BackupTable, Set<number>>();

  async add({ table, records }: Batch): Promise<void> {
    if (table !== this.#table) {
      await this.close();
      this.#table = table;
      this.#last = '';
    }
    for (const record of records) {
      this.#watch(table, record);
      this.#records.push(record);
      if (this.#records.length >= PAGE) await this.close();
    }
  }

  /** Writes what was collected. */
  async close(): Promise<void> {
    const table = this.#table;
    if (!table || this.#records.length === 0) return;
    const key = `${PREFIX}${String(this.parts.length).padStart(6, '0')}`;
    this.parts.push({ key, table, count: this.#records.length });
    await db.meta.put({ key, value: JSON.stringify(this.#records) });
    this.#records = [];
  }

  /** Files of ours are in the order of the ids; in others one may come twice. */
  #watch(table: BackupTable, record: BackupRecord): void {
    if (record.id <= this.#last) this.doubled.add(table);
    this.#last = record.id;
    const key = uniqueKey(table, record);
    if (key === null) return;
    let hash = 0;
    for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
    const seen = this.#seen.get(table) ?? new Set();
    if (seen.has(hash)) this.doubled.add(table);
    this.#seen.set(table, seen.add(hash));
  }
}

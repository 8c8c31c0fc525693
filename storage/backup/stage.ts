import { gunzipSync } from 'fflate';
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
 * A file that is to be restored is first read whole and checked, and its records laid aside in memory, packed, in parts of as
 * many as are read at a time: only then can one transaction have all of them, which may not wait for a file. It unpacks
 * a part where it stands, so that memory holds little more than the file.
 */

/** Records of one table, packed. */
export interface Part {
  table: BackupTable;
  count: number;
  packed: Uint8Array;
}

/** A checked file with its records. */
export interface Staged {
  header: BackupHeader;
  counts: Counts;
  locked: boolean;
  /** Records that are not what their table holds: they are left out. */
  odd: Odd[];
  oddCount: number;
  parts: Part[];
  /** Tables in which an id or an event may come twice: a file of ours has none. */
  doubled: Set<BackupTable>;
}

/** Reads a file, checks all of it and lays its records aside; writes nothing. @throws BackupError */
export async function stage(
  file: Blob,
  passphrase?: string,
  { signal, progress }: { signal?: AbortSignal | undefined; progress?: Progress | undefined } = {},
): Promise<Staged> {
  await db.open();
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
}

/** The records of one part; at once, for use in a transaction. */
export function readPart({ packed }: Part): BackupRecord[] {
  return JSON.parse(new TextDecoder().decode(gunzipSync(packed))) as BackupRecord[];
}

async function pack(records: readonly BackupRecord[]): Promise<Uint8Array> {
  const stream = new Blob([JSON.stringify(records)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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

  /** Packs what was collected. */
  async close(): Promise<void> {
    const table = this.#table;
    if (!table || this.#records.length === 0) return;
    this.parts.push({ table, count: this.#records.length, packed: await pack(this.#records) });
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

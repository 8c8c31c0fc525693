import * as z from 'zod/mini';
import { instant, line } from '../records/base.ts';
import { BACKUP_LIMITS, BackupError } from './faults.ts';
import { type BackupRecord, type BackupTable, isBackupTable, RECORDS } from './tables.ts';

/*
 * The content of a backup, one JSON value a line (docs/backup-format.md): a header; for each table its name and its
 * records; and an end with the counts, without which the file is known to be cut off.
 */

/** The version of this format; a later one is refused. */
export const FORMAT = 1;

const header = z.object({
  peerside: z.literal('backup'),
  format: z.number().check(z.int(), z.minimum(1)),
  /** The version of the database that the records are of. */
  schema: z.number().check(z.int(), z.minimum(1)),
  /** The version of Peerside that wrote it. */
  app: line,
  createdAt: instant,
  /** The installation that it is of. */
  install: line,
});
export type BackupHeader = z.infer<typeof header>;

/** How many records a backup holds, by table. */
export type Counts = Partial<Record<BackupTable, number>>;

export const headerLine = (head: BackupHeader) => `${JSON.stringify(head)}\n`;
export const tableLine = (table: string) => `${JSON.stringify(['table', table])}\n`;
export const endLine = (counts: Counts) => `${JSON.stringify(['end', counts])}\n`;

/** A record that is in the file and is not what its table holds; it is left out, the others are taken. */
export interface Odd {
  table: BackupTable;
  line: number;
}

/** Records of one table, as they come. */
export interface Batch {
  table: BackupTable;
  records: BackupRecord[];
}

/** Odd records that are named; the others are only counted, and with more of them the file is damaged. */
const NAMED = 20;
const ODD_MAX = 1_000;

/**
 * Reads a backup's content line by line, as it comes. Records are rebuilt by their schemas: members that these do not know
 * are dropped, those that a record of an older version lacks get their first value.
 */
export class BackupReader {
  header: BackupHeader | undefined;
  readonly counts: Counts = {};
  readonly odd: Odd[] = [];
  oddCount = 0;
  #line = 0;
  #total = 0;
  #table: BackupTable | undefined;
  #ended = false;
  readonly #schema: number;

  /** `schema`: the newest version of the database that is known here. */
  constructor(schema: number) {
    this.#schema = schema;
  }

  /** Takes lines without their ends. @returns their records. @throws BackupError */
  read(lines: readonly string[]): Batch[] {
    const batches: Batch[] = [];
    for (const text of lines) {
      this.#line += 1;
      if (text === '' && this.#ended) continue;
      if (text.length > BACKUP_LIMITS.line) throw new BackupError({ kind: 'damaged', line: this.#line });
      const record = this.#one(this.#parse(text));
      if (!record || !this.#table) continue;
      const last = batches.at(-1);
      if (last?.table === this.#table) last.records.push(record);
      else batches.push({ table: this.#table, records: [record] });
    }
    return batches;
  }

  /** To be called after the last line. @throws BackupError when the file ends too early */
  end(): BackupHeader {
    if (!this.header) throw new BackupError({ kind: this.#line === 0 ? 'empty' : 'not-ours' });
    if (!this.#ended) throw new BackupError({ kind: 'cut-off' });
    return this.header;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new BackupError(this.header ? { kind: 'damaged', line: this.#line } : { kind: 'not-ours' });
    }
  }

  #one(value: unknown): BackupRecord | undefined {
    if (!this.header) return this.#head(value);
    const damaged = new BackupError({ kind: 'damaged', line: this.#line });
    if (this.#ended || typeof value !== 'object' || value === null) throw damaged;
    if (Array.isArray(value)) {
      const [mark, what] = value as unknown[];
      // Each table once: lines that are cheap to repeat would keep the page busy.
      if (mark === 'table' && isBackupTable(what) && this.counts[what] === undefined) {
        this.#table = what;
        this.counts[what] = 0;
      } else if (mark === 'end' && this.#agrees(what)) this.#ended = true;
      else throw damaged;
      return undefined;
    }
    const table = this.#table;
    if (!table) throw damaged;
    this.#total += 1;
    if (this.#total > BACKUP_LIMITS.records)
      throw new BackupError({ kind: 'too-many', count: BACKUP_LIMITS.records });
    this.counts[table] = (this.counts[table] ?? 0) + 1;
    const read = RECORDS[table].safeParse(value);
    if (read.success) return withStamp(table, read.data as BackupRecord, value);
    this.oddCount += 1;
    if (this.oddCount > ODD_MAX) throw damaged;
    if (this.odd.length < NAMED) this.odd.push({ table, line: this.#line });
    return undefined;
  }

  #head(value: unknown): undefined {
    const kind = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    if (kind.peerside !== 'backup') throw new BackupError({ kind: 'not-ours' });
    if (typeof kind.format === 'number' && kind.format > FORMAT) throw new BackupError({ kind: 'newer' });
    const read = header.safeParse(value);
    if (!read.success) throw new BackupError({ kind: 'damaged', line: this.#line });
    if (read.data.schema > this.#schema) throw new BackupError({ kind: 'newer' });
    this.header = read.data;
    return undefined;
  }

  #agrees(counts: unknown): boolean {
    if (typeof counts !== 'object' || counts === null) return false;
    const told = Object.entries(counts).filter(([, count]) => count !== 0);
    const read = Object.entries(this.counts).filter(([, count]) => count !== 0);
    return (
      told.length === read.length &&
      told.every(([table, count]) => isBackupTable(table) && this.counts[table] === count)
    );
  }
}

/** The settings have no time of their own: their line has, so that the newer ones win. */
function withStamp(table: BackupTable, record: BackupRecord, raw: object): BackupRecord {
  if (table !== 'settings') return record;
  const at = instant.safeParse((raw as { updatedAt?: unknown }).updatedAt);
  return { ...record, updatedAt: at.success ? at.data : '' };
}

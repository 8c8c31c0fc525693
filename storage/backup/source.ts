import type { Dexie } from 'dexie';
import { type BackupHeader, type Counts, endLine, headerLine, tableLine } from '../../prep/backup/format.ts';
import { type BackupRecord, TABLES } from '../../prep/backup/tables.ts';
import { SETTINGS_AT } from '../settings.ts';
import { withoutKeys } from './rows.ts';

/** Rows read and written at a time: fewer cost more requests, more cost memory (PERFORMANCE.md, Backup). */
export const PAGE = 2_000;

/** Told how far it is: `done` of `total`, in records or bytes. */
export type Progress = (done: number, total: number) => void;

/**
 * The content of a backup as text, page by page, so that memory does not grow with the records. Tables that this database
 * has not are left out. @throws what the signal was aborted with
 */
export async function* contentOf(
  source: Dexie,
  head: BackupHeader,
  { signal, progress }: { signal?: AbortSignal | undefined; progress?: Progress | undefined } = {},
): AsyncGenerator<string> {
  const has = new Set(source.tables.map((table) => table.name));
  const tables = TABLES.filter((table) => has.has(table));
  const total = progress ? await countOf(source, tables) : 0;
  const settingsAt = has.has('meta') ? await source.table('meta').get(SETTINGS_AT) : undefined;
  const counts: Counts = {};
  let done = 0;
  yield headerLine(head);
  for (const table of tables) {
    const rows = source.table<BackupRecord, string>(table);
    const pageAfter = (id: string) => rows.where(':id').above(id).limit(PAGE).toArray();
    let count = 0;
    let coming: PromiseLike<BackupRecord[]> | undefined = pageAfter('');
    while (coming) {
      signal?.throwIfAborted();
      const page: BackupRecord[] = await coming;
      const last = page.length < PAGE ? undefined : page.at(-1);
      // Read by another process while this one is packed.
      coming = last && pageAfter(last.id);
      if (page.length === 0) break;
      let text = count === 0 ? tableLine(table) : '';
      for (const row of page) {
        if (table === 'settings') row.updatedAt = settingsAt?.value ?? '';
        text += `${JSON.stringify(withoutKeys(row))}\n`;
      }
      count += page.length;
      done += page.length;
      yield text;
      progress?.(done, total);
    }
    if (count > 0) counts[table] = count;
  }
  yield endLine(counts);
}

async function countOf(source: Dexie, tables: readonly string[]): Promise<number> {
  const all = await Promise.all(tables.map((table) => source.table(table).count()));
  return all.reduce((sum, count) => sum + count, 0);
}

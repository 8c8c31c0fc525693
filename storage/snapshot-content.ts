import { type Counts, endLine } from '../prep/backup/format.ts';
import { Lines } from '../prep/backup/lines.ts';
import { isBackupTable } from '../prep/backup/tables.ts';
import { openBackup } from './backup/read.ts';

/** A record of a copy, of whatever table and version. */
export type CopiedRecord = { id: string } & Record<string, unknown>;

/** The records of a copy with the names of their tables, in its order. @throws BackupError at damage */
export async function* recordsOf(file: Blob): AsyncGenerator<{ table: string; record: CopiedRecord }> {
  let table = '';
  for await (const line of linesOf(file)) {
    if (Array.isArray(line)) table = String(line[1]);
    else if (table !== '') yield { table, record: line as CopiedRecord };
  }
}

/** The content of a copy, line by line, with each record as `change` makes it, or without it where that is null. */
export async function* contentChanged(
  file: Blob,
  change: (table: string, record: CopiedRecord) => CopiedRecord | null,
): AsyncGenerator<string> {
  const counts: Counts = {};
  let table = '';
  for await (const line of linesOf(file)) {
    if (Array.isArray(line)) {
      const [mark, what] = line;
      if (mark === 'end') yield endLine(counts);
      else {
        table = String(what);
        if (isBackupTable(table)) counts[table] = 0;
        yield `${JSON.stringify(line)}\n`;
      }
      continue;
    }
    const record = line as CopiedRecord;
    const left = table === '' ? record : change(table, record);
    if (left === null) continue;
    if (isBackupTable(table)) counts[table] = (counts[table] ?? 0) + 1;
    yield `${JSON.stringify(left)}\n`;
  }
}

/** The lines of a copy, each parsed. */
async function* linesOf(file: Blob): AsyncGenerator<unknown> {
  const { text } = await openBackup(file);
  const lines = new Lines();
  for await (const piece of text()) for (const line of lines.take(piece)) yield JSON.parse(line);
  for (const line of lines.rest()) yield JSON.parse(line);
}

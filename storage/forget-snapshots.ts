import { type Counts, endLine } from '../prep/backup/format.ts';
import { Lines } from '../prep/backup/lines.ts';
import { isBackupTable } from '../prep/backup/tables.ts';
import { type Leaving, without } from '../prep/forget.ts';
import { openBackup } from './backup/read.ts';
import { listSnapshots, openSnapshot, rewriteSnapshot } from './snapshots.ts';

/*
 * The copies that Peerside keeps are rewritten without a person: otherwise that person would come back from one. A copy
 * that cannot be read is let go.
 */

/** Rewrites all of them without the person; safe to repeat. */
export async function forgetInSnapshots(leaving: Leaving): Promise<void> {
  for (const { id } of await listSnapshots()) {
    const file = await openSnapshot(id);
    const more = file && (await meetingsIn(file, leaving).catch(() => undefined));
    await rewriteSnapshot(id, file && more && contentWithout(file, { ...leaving, meetings: more }));
  }
}

/** The lines of a copy, each parsed. @throws BackupError at damage */
async function* linesOf(file: Blob): AsyncGenerator<unknown> {
  const { text } = await openBackup(file);
  const lines = new Lines();
  for await (const piece of text()) for (const line of lines.take(piece)) yield JSON.parse(line);
  for (const line of lines.rest()) yield JSON.parse(line);
}

/** The ids of the meetings that go: those of now, and older ones that only the copy holds. */
async function meetingsIn(file: Blob, { personId, meetings }: Leaving): Promise<Set<string>> {
  const all = new Set(meetings);
  let table = '';
  for await (const line of linesOf(file)) {
    if (Array.isArray(line)) table = String(line[1]);
    else if (table === 'meetings') {
      const { id, personIds = [] } = line as { id: string; personIds?: string[] };
      if (personIds.length > 0 && personIds.every((one) => one === personId)) all.add(id);
    }
  }
  return all;
}

/** The content of a copy without the person, line by line. */
export async function* contentWithout(file: Blob, leaving: Leaving): AsyncGenerator<string> {
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
    const record = line as { id: string } & Record<string, unknown>;
    const left = table === '' ? record : without(table, record, leaving);
    if (left === null) continue;
    if (isBackupTable(table)) counts[table] = (counts[table] ?? 0) + 1;
    yield `${JSON.stringify(left)}\n`;
  }
}

import { noteOf } from '../prep/backup/version-ids.ts';
import { contentChanged, recordsOf } from './snapshot-content.ts';
import { listSnapshots, openSnapshot, rewriteSnapshot } from './snapshots.ts';

/**
 * Takes notes out of the copies that Peerside keeps: what has deleted itself does not come back from one, nor does what it
 * said before it was marked, nor another version beside it. A copy that has none of them stays as it is; one that cannot be
 * read is let go. Safe to repeat.
 */
export async function dropNotesFromSnapshots(ids: ReadonlySet<string>): Promise<void> {
  const goes = (table: string, { id }: { id: string }) => table === 'notes' && ids.has(noteOf(id));
  for (const { id } of await listSnapshots()) {
    const file = await openSnapshot(id);
    const has = file ? await holds(file, goes).catch(() => undefined) : undefined;
    if (has === false) continue;
    await rewriteSnapshot(
      id,
      has && file
        ? contentChanged(file, (table, record) => (goes(table, record) ? null : record))
        : undefined,
    );
  }
}

async function holds(file: Blob, goes: (table: string, record: { id: string }) => boolean): Promise<boolean> {
  for await (const { table, record } of recordsOf(file)) if (goes(table, record)) return true;
  return false;
}

import { type Leaving, without } from '../prep/forget.ts';
import { contentChanged, recordsOf } from './snapshot-content.ts';
import { listSnapshots, openSnapshot, rewriteSnapshot } from './snapshots.ts';

/*
 * The copies that Peerside keeps are rewritten without a person: otherwise that person would come back from one. A copy
 * that cannot be read is let go.
 */

/** Rewrites all of them without the person; safe to repeat. */
export async function forgetInSnapshots(leaving: Leaving): Promise<void> {
  for (const { id } of await listSnapshots()) {
    const file = await openSnapshot(id);
    const meetings = file && (await meetingsIn(file, leaving).catch(() => undefined));
    const content =
      file &&
      meetings &&
      contentChanged(file, (table, record) => without(table, record, { ...leaving, meetings }));
    await rewriteSnapshot(id, content);
  }
}

/** The ids of the meetings that go: those of now, and older ones that only the copy holds. */
async function meetingsIn(file: Blob, { personId, meetings }: Leaving): Promise<Set<string>> {
  const all = new Set(meetings);
  for await (const { table, record } of recordsOf(file)) {
    const personIds = (record.personIds ?? []) as string[];
    if (table === 'meetings' && personIds.length > 0 && personIds.every((one) => one === personId))
      all.add(record.id);
  }
  return all;
}

import { Dexie } from 'dexie';
import { copyToFolderIfDue } from './backup/folder.ts';
import { db } from './db.ts';
import { checkSentinel, refreshSentinel } from './sentinel.ts';
import { takeSnapshotIfDue } from './snapshots.ts';

/** Rest after a write before what there is is counted anew. */
const REST_MS = 3_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether a change of these key ranges is one of what a person wrote. */
const isWritten = (parts: Iterable<string>) =>
  [...parts].some(
    (part) => part.startsWith(`idb://${db.name}/`) && !part.startsWith(`idb://${db.name}/meta/`),
  );

/**
 * Watches over the data from one page or the worker: compares it with what was told of it, tells what is written from now
 * on, and takes a snapshot when it is time. To be called once, when nobody waits.
 */
export async function guardData(): Promise<void> {
  const { loss } = await checkSentinel();
  Dexie.on('storagemutated', (parts: Record<string, unknown>) => {
    if (!isWritten(Object.keys(parts))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refreshSentinel().catch(console.error), REST_MS);
  });
  if (!loss) await takeSnapshotIfDue();
  // Only a page may pick or ask; the worker has no such folder in all browsers.
  if (!loss && typeof document !== 'undefined') await copyToFolderIfDue();
}

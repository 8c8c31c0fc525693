import { exportDB, importInto } from 'dexie-export-import';
import { restore } from '../../storage/backup/restore.ts';
import { stage } from '../../storage/backup/stage.ts';
import { writeBackup } from '../../storage/backup/write.ts';
import { db } from '../../storage/db.ts';
import { writeMeetingNote } from '../../storage/write-note.ts';
import { rows } from './rows.ts';

/* Runs in a page of an extension: the code of Peerside as it is, and dexie-export-import over the same database. */

const BATCH = 2_000;
let ours: Blob | undefined;
let theirs: Blob | undefined;

const now = new Date('2026-11-19T14:00:00.000Z');
const clear = () => Promise.all(db.tables.map((table) => table.clear()));

/** Runs something and tells its milliseconds. */
async function measured(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const bench = {
  /** Fills the database with years of somebody: about `records` records. */
  async seed(records: number) {
    await db.open();
    await clear();
    // Two notes to a meeting, and what 200 people have beside them.
    const all = rows(Math.round(((records - 11_000) * 2) / 3), 0, now);
    let count = 0;
    for (const [table, some] of Object.entries(all)) {
      for (let from = 0; from < some.length; from += BATCH)
        await db.table(table).bulkPut(some.slice(from, from + BATCH));
      count += some.length;
    }
    return count;
  },
  /** With the reading back, without which no backup is called done. */
  exportOurs: () =>
    measured(async () => {
      ours = (await writeBackup({ now })).blob;
    }),
  exportTheirs: () =>
    measured(async () => {
      theirs = await exportDB(db, { numRowsPerChunk: BATCH });
    }),
  /** From the chosen file to the last row, in one transaction, each record checked; without the preview, which waits for a person. */
  async importOurs() {
    await clear();
    return measured(async () => {
      if (!ours) throw new Error('nothing to import');
      const staged = await stage(ours);
      await restore(staged, 'merge');
    });
  },
  async importTheirs() {
    await clear();
    return measured(async () => {
      if (!theirs) throw new Error('nothing to import');
      await importInto(db, theirs, { chunkSizeBytes: 1_000_000, acceptMissingTables: true });
    });
  },
  sizes: () => ({ ours: ours?.size, theirs: theirs?.size }),
  /** Milliseconds of keys that end in a row on the disk: ours, and raw strict puts of the same row in turn with them. */
  async keys(count: number) {
    const of = {
      meetingId: 'meeting-1',
      kind: 'said' as const,
      personIds: ['person-0'],
      at: now.toISOString(),
    };
    const note = await writeMeetingNote(of, 'words ', now);
    const opening = indexedDB.open('peerside');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const raw = (text: string) =>
      new Promise<void>((done, failed) => {
        const transaction = opening.result.transaction('notes', 'readwrite', { durability: 'strict' });
        transaction
          .objectStore('notes')
          .put({ ...note, id: 'raw', text, meetingId: 'raw', timeline: [`x ${now}`] });
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      });
    const timed = async (work: () => Promise<unknown>) => {
      const started = performance.now();
      await work();
      return performance.now() - started;
    };
    const told = { ours: [] as number[], raw: [] as number[] };
    for (let index = 0; index < count; index += 1) {
      const text = 'words '.repeat(index % 50);
      told.ours.push(await timed(() => writeMeetingNote(of, text, now)));
      told.raw.push(await timed(() => raw(text)));
    }
    opening.result.close();
    return told;
  },
};

Object.assign(globalThis, { bench });
document.title = 'ready';

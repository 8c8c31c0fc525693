import { versionRange } from '../prep/backup/version-ids.ts';
import { db } from './db.ts';

/** The tables whose records a user can delete. */
export type Deletable =
  | 'people'
  | 'notes'
  | 'facts'
  | 'actionItems'
  | 'topics'
  | 'questionSets'
  | 'questions'
  | 'captures'
  | 'agendas'
  | 'agendaTemplates'
  | 'decisions'
  | 'projects'
  | 'reviews';

/** Takes back the last change; safe to call more than once. */
export type Undo = () => Promise<void>;

/**
 * Deletes records and leaves tombstones, in one transaction. Unknown ids are passed over; with a note go the other
 * versions of it that a merge has kept beside it.
 * @returns the way back: puts the records back, as written now, and takes the tombstones away
 */
export async function remove(table: Deletable, ids: readonly string[], now = new Date()): Promise<Undo> {
  const deletedAt = now.toISOString();
  const rows = await db.transaction('rw', db.table(table), db.tombstones, async () => {
    const all = table === 'notes' ? await withVersions(ids) : [...ids];
    const found = (await db.table(table).bulkGet(all)).filter((row) => row !== undefined);
    await db.table(table).bulkDelete(all);
    await db.tombstones.bulkPut(found.map((row) => ({ id: row.id, table, deletedAt })));
    return found;
  });
  return async () => {
    // Later than the tombstone, which another browser may have heard of: there too the record is back.
    const at = Math.max(Date.now(), now.getTime() + 1);
    // One after the other as before: of two versions of a note the same one stays the newer.
    const back = rows
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
      .map((row, index) => ({ ...row, updatedAt: new Date(at + index).toISOString() }));
    await db.transaction('rw', db.table(table), db.tombstones, async () => {
      await db.table(table).bulkPut(back);
      await db.tombstones.bulkDelete(rows.map((row) => row.id));
    });
  };
}

async function withVersions(ids: readonly string[]): Promise<string[]> {
  const beside = await Promise.all(
    ids.map((id) =>
      db.notes
        .where('id')
        .between(...versionRange(id))
        .primaryKeys(),
    ),
  );
  return [...ids, ...beside.flat()];
}

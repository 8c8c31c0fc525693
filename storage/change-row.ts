import type { EntityTable } from 'dexie';
import { db } from './db.ts';
import type { Undo } from './remove.ts';

interface Row {
  id: string;
  updatedAt: string;
}

/**
 * Changes some fields of a record; `toRow` derives its keys anew. Safe for an unknown id.
 * @returns the way back: only what was changed goes back, what else has become of it since stays
 */
export async function changeRow<R extends Row, K extends R>(
  table: EntityTable<K, 'id'>,
  id: string,
  change: Partial<R>,
  toRow: (record: R) => K,
  now: Date,
): Promise<Undo> {
  // Within a table of any rows: the types of Dexie know keys only of a named one.
  const rows = db.table<K, string>(table.name);
  const old = await db.transaction('rw', rows, async () => {
    const row = await rows.get(id);
    if (row) await rows.put(toRow({ ...row, ...change, updatedAt: now.toISOString() }));
    return row;
  });
  if (!old) return async () => {};
  const before: Partial<R> = {};
  for (const field of Object.keys(change)) Object.assign(before, { [field]: old[field as keyof R] });
  return async () => {
    await db.transaction('rw', rows, async () => {
      const row = await rows.get(id);
      if (row) await rows.put(toRow({ ...row, ...before, updatedAt: new Date().toISOString() }));
    });
  };
}

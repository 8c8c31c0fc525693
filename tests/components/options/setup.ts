import { db } from '../../../storage/db.ts';

/** Empties the database between tests of one file. */
export async function emptyDatabase(): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

import { writtenAt } from '../../prep/backup/order.ts';
import { db } from '../db.ts';
import { readPart, type Staged } from './stage.ts';

/**
 * How many people *Replace everything* would bring back: they are in the file, are not here, and left a tombstone here that is no older
 * than the file's record of them. Who was joined with another is not among them.
 */
export async function countBroughtBack({ parts }: Staged): Promise<number> {
  const gone = new Map<string, number>();
  await db.tombstones.each(({ id, table, deletedAt, joined }) => {
    if (table === 'people' && !joined) gone.set(id, Date.parse(deletedAt));
  });
  if (gone.size === 0) return 0;
  const here = new Set(await db.people.toCollection().primaryKeys());
  const back = new Set<string>();
  for (const person of parts.filter(({ table }) => table === 'people').flatMap(readPart)) {
    const at = gone.get(person.id);
    if (at !== undefined && writtenAt(person) <= at && !here.has(person.id)) back.add(person.id);
  }
  return back.size;
}

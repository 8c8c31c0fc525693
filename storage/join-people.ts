import type { BackupTable } from '../prep/backup/tables.ts';
import { joinedPerson, joinedRecord } from '../prep/join-people.ts';
import type { Tombstone } from '../prep/records/tombstone.ts';
import { recordOf, rowOf } from './backup/rows.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import type { Undo } from './remove.ts';
import { NAMING, rowsAbout } from './rows-about.ts';
import { Undoing } from './undoing.ts';

/**
 * Makes one person out of two who are the same, in one transaction: everything about the one that goes is about the one that
 * stays, who gets its addresses and names. The tombstone says so, and another browser's records follow when they meet this one's. Nothing
 * happens when either is gone. @returns the way back
 */
export async function joinPeople(staysId: string, goesId: string, now = new Date()): Promise<Undo> {
  const tables = [db.people, db.tombstones, ...NAMING.map((name) => db.table(name))];
  const undo = new Undoing(tables);
  const updatedAt = now.toISOString();
  await db.transaction('rw', tables, async () => {
    const [stays, goes] = await db.people.bulkGet([staysId, goesId]);
    if (!stays || !goes || staysId === goesId) return;
    for (const [table, rows] of await rowsAbout(goesId)) {
      for (const row of rows) {
        const joined = { ...joinedRecord(recordOf(row), goesId, staysId), updatedAt };
        await undo.put(table, rowOf(table as BackupTable, joined) as { id: string });
      }
    }
    // First, as an address belongs to one person only.
    await undo.delete('people', goesId);
    const joined = { into: staysId, seen: goes.updatedAt };
    await undo.put('tombstones', { id: goesId, table: 'people', deletedAt: updatedAt, joined } as Tombstone);
    await undo.put('people', { ...joinedPerson(stays, goes), updatedAt } as { id: string });
  });
  await tellCalendarTabs();
  return async () => {
    await undo.run();
    await tellCalendarTabs();
  };
}

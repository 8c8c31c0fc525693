import { Dexie } from 'dexie';
import { db } from '../db.ts';
import { lockDoor, readySealer } from '../lock-door.ts';
import { backupName } from './files.ts';
import { writeBackup } from './write.ts';

/**
 * A backup of a database that this code cannot open as its own: after an upgrade that failed, or of a newer version. It is
 * opened as it lies on the disk, without any upgrade, and nothing is written. @throws when it cannot be read at all
 */
export async function rescueCopy(
  now = new Date(),
  database = db.name,
): Promise<{ name: string; blob: Blob }> {
  await readySealer();
  const asItLies = new Dexie(database);
  asItLies.use({ stack: 'dbcore', name: 'lock', level: -2, create: lockDoor });
  try {
    const { blob, at } = await writeBackup({ now }, asItLies);
    return { name: backupName(at), blob };
  } finally {
    asItLies.close();
  }
}

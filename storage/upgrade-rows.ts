import { Dexie, type Transaction } from 'dexie';
import { readySealer } from './lock-door.ts';

/**
 * Rewrites all rows of tables within an upgrade. While there is a lock, rows are opened and sealed again, with the keys that the
 * new version's indexes take from them: so a table whose indexes grow is named here too, with a change that does nothing.
 * @throws Locked while it is shut: the upgrade is taken back, the database stays as it was, and is upgraded when it is
 * opened after the passphrase
 */
export async function upgradeRows(
  old: Transaction,
  changes: Record<string, (row: Record<string, unknown>) => void>,
): Promise<void> {
  await Dexie.waitFor(readySealer());
  await Promise.all(
    Object.entries(changes).map(([table, change]) =>
      old
        .table(table)
        .toCollection()
        .modify((row) => {
          change(row);
        }),
    ),
  );
}

import { Dexie, RangeSet } from 'dexie';
import { db } from './db.ts';
import { currentSealer } from './lock-door.ts';

/**
 * Puts a row in the place of one that this window knows, by one transaction of the browser's own: a key press waits half as
 * long as through Dexie. Other windows are told as Dexie tells them.
 * @returns false when another row is there, or rows are sealed: nothing was written
 */
export function replaceRow<Row extends { id: string }>(
  table: 'notes',
  before: Row,
  after: Row,
): Promise<boolean> {
  if (currentSealer() || !db.isOpen() || Dexie.currentTransaction) return Promise.resolve(false);
  return new Promise((done, failed) => {
    const transaction = db.backendDB().transaction(table, 'readwrite', { durability: 'strict' });
    const rows = transaction.objectStore(table);
    const there = rows.get(before.id);
    there.onsuccess = () => {
      if (JSON.stringify(there.result) !== JSON.stringify(before)) transaction.abort();
    };
    // Asked for at once; the browser keeps the order.
    rows.put(after);
    transaction.oncomplete = () => {
      done(true);
      setTimeout(tell, 0, table, after);
    };
    transaction.onabort = () => (transaction.error ? failed(transaction.error) : done(false));
  });
}

/** Where Dexie tells other windows what has changed; a channel of our own tells this one too. */
let channel: BroadcastChannel | undefined;

/** Tells live queries, here and in other windows, which of them the row may be in. */
function tell(table: string, row: { id: string }): void {
  const part = (index: string) => `idb://${db.name}/${table}/${index}`;
  const parts = { [part('')]: new RangeSet(row.id), [part(':dels')]: new RangeSet(row.id) };
  for (const { name, keyPath } of db.table(table).schema.indexes) {
    const keys = [(row as Record<string, unknown>)[String(keyPath)]].flat().filter((key) => key != null);
    parts[part(name)] = new RangeSet().addKeys(keys as string[]);
  }
  channel ??= new BroadcastChannel('x-storagemutated-1');
  channel.postMessage(parts);
}

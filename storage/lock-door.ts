import type { DBCore, DBCoreTable } from 'dexie';

/*
 * Where the lock stands in the way between Dexie and IndexedDB. While it is off nothing of it is loaded: every request goes
 * through as it is. storage/lock-layer.ts is what seals and opens.
 */

/** Seals what is stored and opens what is read. */
export interface Sealer {
  /** The data key, base64. */
  key: string;
  /** Whether what is written is sealed; while a lock is taken off it is not. */
  writes: boolean;
  /** A table whose rows are sealed on the disk and open above. */
  table: (table: DBCoreTable) => DBCoreTable;
  /** A text sealed, for the extension's storage; `place`: where it lies, so that it opens nowhere else. */
  seal: (text: string, place: string) => string;
  /** @throws when it is not whole, lies elsewhere or was sealed by another key */
  open: (sealed: string, place: string) => string;
}

let sealer: Sealer | undefined;

/** Sets what seals from now on; undefined: nothing does. */
export function useSealer(next: Sealer | undefined): void {
  sealer = next;
}

/** What seals at the moment. */
export function currentSealer(): Sealer | undefined {
  return sealer;
}

/** The member of a stored row that holds all of it, sealed. */
export const SEALED = 'sealed';

/** Thrown in a window that does not know of the lock yet: nothing is to be made of what it cannot read. */
class Sealed extends Error {
  override name = 'Locked';
}

function opened<T>(row: T): T {
  if ((row as Record<string, unknown> | undefined)?.[SEALED] instanceof Uint8Array)
    throw new Sealed('locked');
  return row;
}

function all<T>(rows: T[]): T[] {
  for (const row of rows) opened(row);
  return rows;
}

/** The middleware of Dexie's lowest layer, below its caches. */
export function lockDoor(core: DBCore): DBCore {
  return {
    ...core,
    table(name) {
      const plain = core.table(name);
      const sealed = new WeakMap<Sealer, DBCoreTable>();
      const now = () => {
        if (!sealer) return plain;
        const known = sealed.get(sealer) ?? sealer.table(plain);
        sealed.set(sealer, known);
        return known;
      };
      return {
        ...plain,
        mutate: (request) => now().mutate(request),
        get: (request) => now().get(request).then(opened),
        getMany: (request) =>
          now()
            .getMany(request)
            .then((rows) => all(rows)),
        query: (request) =>
          now()
            .query(request)
            .then((found) => (request.values ? { ...found, result: all(found.result) } : found)),
        openCursor: (request) =>
          now()
            .openCursor(request)
            .then((cursor) => {
              opened(cursor?.value);
              return cursor;
            }),
        count: (request) => now().count(request),
      };
    },
  };
}

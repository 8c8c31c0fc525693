import type { DBCore, DBCoreTable } from 'dexie';
import { hasLock } from './lock-there.ts';

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
  /** A value as it is to lie in the extension's storage under `key`; at once, so that a page that closes can still do it. */
  seal: (key: string, value: unknown) => unknown;
  /** A value as it was before. @throws when it is not whole, lies elsewhere or was sealed by another key */
  open: (key: string, value: unknown) => unknown;
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

/** Makes ready what seals and opens, if there is a lock; `there`: the answer, if it was asked for already. @throws Locked while it is shut */
export async function readySealer(there = hasLock()): Promise<Sealer | undefined> {
  if (!(await there)) sealer = undefined;
  else await (await import('./lock.ts')).ensureSealer();
  return sealer;
}

type Request = { values?: { [SEALED]?: unknown }[] };

/** The middleware of Dexie's lowest layer, below its caches. */
export function lockDoor(core: DBCore): DBCore {
  const table = (name: string) => {
    const plain = core.table(name);
    const parts = Object.entries(plain).map(([part, own]) => {
      if (typeof own !== 'function') return [part, own];
      const through = (request: Request) => {
        if (sealer) return sealer.table(plain)[part as 'mutate'](request as never);
        // A window that does not know of the lock yet: nothing is made of a row that it could not read.
        if (request.values?.some?.((row) => row[SEALED])) throw Error('locked');
        return own(request);
      };
      return [part, through];
    });
    return Object.fromEntries(parts);
  };
  return { ...core, table };
}

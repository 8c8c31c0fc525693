import { currentSealer, SEALED } from './lock-door.ts';
import { unpack } from './packed.ts';

/*
 * What lies in the extension's storage beside the database: while there is a lock, values are sealed under their key.
 */

/** A value as it is to be stored. */
export function sealValue(key: string, value: unknown): unknown {
  const sealer = currentSealer();
  return sealer ? sealer.seal(key, value) : value;
}

/** A value as it was before. @throws when it is sealed and there is nothing to open it with */
export function openValue(key: string, stored: unknown): unknown {
  const value = unpack(stored);
  const sealer = currentSealer();
  if (sealer) return sealer.open(key, value);
  if (typeof value === 'object' && value !== null && SEALED in value) throw new Error('locked');
  return value;
}

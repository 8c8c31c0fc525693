import { currentSealer } from './lock-door.ts';

/*
 * What lies in the extension's storage beside the database: while there is a lock, values are sealed under their key.
 */

interface SealedValue {
  sealed: string;
}

const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && typeof (value as SealedValue).sealed === 'string';

/** A value as it is to be stored; at once, so that a page that closes can still do it. */
export function sealValue(key: string, value: unknown): unknown {
  const sealer = currentSealer();
  return sealer?.writes ? { sealed: sealer.seal(JSON.stringify(value), key) } : value;
}

/** A value as it was before. @throws when it is sealed and there is nothing to open it with */
export function openValue(key: string, value: unknown): unknown {
  if (!isSealed(value)) return value;
  const sealer = currentSealer();
  if (!sealer) throw new Error('locked');
  return JSON.parse(sealer.open(value.sealed, key));
}

import { BackupError } from '../../prep/backup/faults.ts';
import { type LockState, readLock } from '../lock.ts';
import { currentSealer } from '../lock-door.ts';
import { unwrap } from '../lock-passphrase.ts';
import {
  type Bytes,
  close,
  contentKey,
  isLocked,
  kindOf,
  type Layout,
  newHeader,
  open,
  readHeader,
} from './envelope.ts';

/*
 * A backup that is made by itself while the lock is on: under the lock's data key, which lies in its header as it does in this
 * browser, wrapped by the passphrase of that day. So it opens anywhere, with that passphrase and nothing else.
 */

const SALT = 14;
const WRAP_IV = 30;
/** 64 bytes of key and a tag of 16. */
const WRAPPED = 42;
const IV = 122;
/** Kind 1 has its key of the passphrase itself. */
const LAYOUT: Layout = { kind: 2, iv: [IV, 134], sum: 134, content: 146 };

/** What seals a backup: the lock as it stands, and its key (base64). */
export interface BackupSeal {
  lock: LockState;
  key: string;
}

/** What is to seal what is written outside by itself; undefined: there is no lock. @throws while it is shut */
export async function backupSeal(): Promise<BackupSeal | undefined> {
  const lock = await readLock();
  if (!lock) return undefined;
  const key = currentSealer()?.key;
  if (key === undefined) throw new Error('locked');
  return { lock, key };
}

/** Whether a file begins as one of this kind does. */
export function isSealed(start: Uint8Array): boolean {
  return isLocked(start) && kindOf(start) === LAYOUT.kind;
}

/** Seals a plain backup. */
export async function seal(plain: Blob, { lock, key }: BackupSeal): Promise<Blob> {
  const header = newHeader(LAYOUT, lock.rounds);
  header.set(toBytes(lock.salt), SALT);
  header.set(toBytes(lock.iv), WRAP_IV);
  header.set(toBytes(lock.wrapped), WRAPPED);
  return close(LAYOUT, header, await keyOf(key), plain);
}

/** Opens it: by the passphrase of the lock, or by the key itself. @throws BackupError that tells a wrong one from damage */
export async function unseal(bytes: Bytes, secret: string | BackupSeal): Promise<Blob> {
  const { header, rounds } = await readHeader(LAYOUT, bytes);
  const wrapped = {
    salt: toText(header.slice(SALT, WRAP_IV)),
    rounds,
    iv: toText(header.slice(WRAP_IV, WRAPPED)),
    wrapped: toText(header.slice(WRAPPED, IV)),
  };
  const key = typeof secret === 'string' ? await unwrap(wrapped, secret) : secret.key;
  if (key === undefined) throw new BackupError({ kind: 'passphrase' });
  return open(LAYOUT, header, await keyOf(key), bytes);
}

/** Another key than those of rows, of the same secret. */
async function keyOf(key: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', toBytes(key), 'HKDF', false, ['deriveKey']);
  return contentKey(secret, 'peerside sealed backup');
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

import { BackupError } from '../../prep/backup/faults.ts';
import { type LockState, readLock } from '../lock.ts';
import { currentSealer } from '../lock-door.ts';
import { unwrap } from '../lock-passphrase.ts';

/*
 * A backup that is made by itself while the lock is on: under the lock's data key, which lies in its header as it does in this
 * browser, wrapped by the passphrase of that day. So it opens anywhere, with that passphrase and nothing else.
 */

const MAGIC = new TextEncoder().encode('PEERSIDE');
const VERSION = 1;
/** The second kind of header; 1 has its key of the passphrase itself. */
const KIND = 2;
const ROUNDS = { at: 10, min: 600_000, max: 5_000_000 } as const;
const SALT = 14;
const WRAP_IV = 30;
const WRAPPED = 42;
/** 64 bytes of key and a tag of 16. */
const IV = 122;
const SUM = 134;
const BODY = 146;

type Bytes = Uint8Array<ArrayBuffer>;

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
  return MAGIC.every((byte, index) => start[index] === byte) && start[9] === KIND;
}

/** Seals a plain backup. */
export async function seal(plain: Blob, { lock, key }: BackupSeal): Promise<Blob> {
  const head = new Uint8Array(BODY);
  head.set(MAGIC, 0);
  head[8] = VERSION;
  head[9] = KIND;
  new DataView(head.buffer).setUint32(ROUNDS.at, lock.rounds);
  head.set(toBytes(lock.salt), SALT);
  head.set(toBytes(lock.iv), WRAP_IV);
  head.set(toBytes(lock.wrapped), WRAPPED);
  crypto.getRandomValues(head.subarray(IV, SUM));
  head.set(await sum(head), SUM);
  const body = await crypto.subtle.encrypt(algorithm(head), await contentKey(key), await plain.arrayBuffer());
  return new Blob([head, body]);
}

/** Opens it: by the passphrase of the lock, or by the key itself. @throws BackupError that tells a wrong one from damage */
export async function unseal(bytes: Bytes, secret: string | BackupSeal): Promise<Blob> {
  const head = bytes.slice(0, BODY);
  if (bytes.length <= BODY || (await sum(head)).some((byte, index) => byte !== head[SUM + index]))
    throw new BackupError({ kind: 'damaged' });
  const rounds = new DataView(head.buffer).getUint32(ROUNDS.at);
  if (head[8] !== VERSION || rounds < ROUNDS.min || rounds > ROUNDS.max)
    throw new BackupError({ kind: 'lock-unknown' });
  const wrapped = {
    salt: toText(head.slice(SALT, WRAP_IV)),
    rounds,
    iv: toText(head.slice(WRAP_IV, WRAPPED)),
    wrapped: toText(head.slice(WRAPPED, IV)),
  };
  const key = typeof secret === 'string' ? await unwrap(wrapped, secret) : secret.key;
  if (key === undefined) throw new BackupError({ kind: 'passphrase' });
  try {
    return new Blob([
      await crypto.subtle.decrypt(algorithm(head), await contentKey(key), bytes.subarray(BODY)),
    ]);
  } catch {
    throw new BackupError({ kind: 'damaged' });
  }
}

const algorithm = (head: Bytes) => ({ name: 'AES-GCM', iv: head.slice(IV, SUM), additionalData: head });

/** Another key than those of rows, of the same secret. */
async function contentKey(key: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', toBytes(key), 'HKDF', false, ['deriveKey']);
  const hkdf = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode('peerside sealed backup'),
  };
  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Tells a damaged header from a wrong passphrase; keeps no secret. */
async function sum(head: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', head.slice(0, SUM))).slice(0, BODY - SUM);
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

import { BackupError } from '../../prep/backup/faults.ts';
import { isSealed, unseal } from './sealed.ts';

/*
 * A locked backup: a header, then AES-256-GCM of the plain file, all of it with one fresh IV. The header is
 * authenticated as additional data. docs/backup-format.md has the layout. storage/backup/sealed.ts has the kind that is made
 * with nobody there to type a passphrase.
 */

const MAGIC = new TextEncoder().encode('PEERSIDE');
const VERSION = 1;
/** OWASP's figure for PBKDF2-HMAC-SHA-256; more than the upper one would freeze the page on purpose. */
const ITERATIONS = { used: 600_000, min: 600_000, max: 5_000_000 } as const;
const SALT = 14;
const IV = 30;
const CHECK = 42;
const SUM = 58;
/** Where the encrypted part begins. */
const BODY = 70;

type Bytes = Uint8Array<ArrayBuffer>;

/** The shortest passphrase that is taken. */
export const PASSPHRASE_MIN = 8;

/** Whether a file begins as a locked backup does. */
export function isLocked(start: Uint8Array): boolean {
  return MAGIC.every((byte, index) => start[index] === byte);
}

/** Locks a plain backup with a passphrase; it is normalised (NFC), so that every keyboard's accents are the same. */
export async function lock(plain: Blob, passphrase: string): Promise<Blob> {
  const head = new Uint8Array(BODY);
  const view = new DataView(head.buffer);
  head.set(MAGIC, 0);
  head[8] = VERSION;
  head[9] = 1;
  view.setUint32(10, ITERATIONS.used);
  crypto.getRandomValues(head.subarray(SALT, CHECK));
  const { key, check } = await derive(passphrase, head.slice(SALT, IV), ITERATIONS.used);
  head.set(check, CHECK);
  head.set(await sum(head.slice(0, SUM)), SUM);
  const algorithm = { name: 'AES-GCM', iv: head.slice(IV, CHECK), additionalData: head };
  const body = await crypto.subtle.encrypt(algorithm, key, await plain.arrayBuffer());
  return new Blob([head, body]);
}

/** Opens a locked backup. @throws BackupError that tells a wrong passphrase from a damaged file */
export async function unlock(file: Blob, passphrase: string): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isSealed(bytes)) return unseal(bytes, passphrase);
  if (bytes.length <= BODY) throw new BackupError({ kind: 'damaged' });
  const head = bytes.slice(0, BODY);
  const view = new DataView(head.buffer);
  const expected = await sum(head.slice(0, SUM));
  if (!same(expected, head.slice(SUM))) throw new BackupError({ kind: 'damaged' });
  const iterations = view.getUint32(10);
  const known = head[8] === VERSION && head[9] === 1;
  if (!known || iterations < ITERATIONS.min || iterations > ITERATIONS.max)
    throw new BackupError({ kind: 'lock-unknown' });
  const { key, check } = await derive(passphrase, head.slice(SALT, IV), iterations);
  if (!same(check, head.slice(CHECK, SUM))) throw new BackupError({ kind: 'passphrase' });
  try {
    const algorithm = { name: 'AES-GCM', iv: head.slice(IV, CHECK), additionalData: head };
    return new Blob([await crypto.subtle.decrypt(algorithm, key, bytes.subarray(BODY))]);
  } catch {
    throw new BackupError({ kind: 'damaged' });
  }
}

/** The key of the content, and sixteen bytes that only the same passphrase gives: they tell a wrong one at once. */
async function derive(passphrase: string, salt: Bytes, iterations: number) {
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const bits = await crypto.subtle.deriveBits(pbkdf2, secret, 256);
  const master = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(info),
  });
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  return {
    key: await crypto.subtle.deriveKey(
      hkdf('peerside backup key'),
      master,
      { name: 'AES-GCM', length: 256 },
      false,
      uses,
    ),
    check: new Uint8Array(await crypto.subtle.deriveBits(hkdf('peerside backup check'), master, 128)),
  };
}

/** Tells a damaged header from a wrong passphrase; keeps no secret. */
async function sum(head: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', head)).slice(0, BODY - SUM);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

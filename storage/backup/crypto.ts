import { BackupError } from '../../prep/backup/faults.ts';
import {
  type Bytes,
  close,
  contentKey,
  hkdf,
  type Layout,
  newHeader,
  open,
  PASSPHRASE_ROUNDS,
  readHeader,
  same,
} from './envelope.ts';
import { isSealed, unseal } from './sealed.ts';

/*
 * A backup locked with a passphrase. storage/backup/sealed.ts has the kind that is made with nobody there to type one.
 */

const SALT = 14;
const IV = 30;
const CHECK = 42;
const LAYOUT: Layout = { kind: 1, iv: [IV, CHECK], sum: 58, content: 70 };

/** The shortest passphrase that is taken. */
export const PASSPHRASE_MIN = 8;

/** Locks a plain backup with a passphrase; it is normalised (NFC), so that every keyboard's accents are the same. */
export async function lock(plain: Blob, passphrase: string): Promise<Blob> {
  const header = newHeader(LAYOUT, PASSPHRASE_ROUNDS.used);
  crypto.getRandomValues(header.subarray(SALT, IV));
  const { key, check } = await derive(passphrase, header.slice(SALT, IV), PASSPHRASE_ROUNDS.used);
  header.set(check, CHECK);
  return close(LAYOUT, header, key, plain);
}

/** Opens a locked backup. @throws BackupError that tells a wrong passphrase from a damaged file */
export async function unlock(file: Blob, passphrase: string): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isSealed(bytes)) return unseal(bytes, passphrase);
  const { header, rounds } = await readHeader(LAYOUT, bytes);
  const { key, check } = await derive(passphrase, header.slice(SALT, IV), rounds);
  if (!same(check, header.slice(CHECK, LAYOUT.sum))) throw new BackupError({ kind: 'passphrase' });
  return open(LAYOUT, header, key, bytes);
}

/** The key of the content, and sixteen bytes that only the same passphrase gives: they tell a wrong one at once. */
async function derive(passphrase: string, salt: Bytes, iterations: number) {
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const bits = await crypto.subtle.deriveBits(pbkdf2, secret, 256);
  const master = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey']);
  return {
    key: await contentKey(master, 'peerside backup key'),
    check: new Uint8Array(await crypto.subtle.deriveBits(hkdf('peerside backup check'), master, 128)),
  };
}

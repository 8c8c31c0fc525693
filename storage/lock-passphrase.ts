import type { LockState } from './lock.ts';
import { KEY_BYTES } from './lock-cipher.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA-256. */
const ROUNDS = 600_000;

/** A new data key, and the lock that a passphrase opens. */
export async function makeLock(
  passphrase: string,
  minutes: number,
): Promise<{ lock: LockState; key: string }> {
  const key = toText(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const wrapped = await wrap(key, passphrase);
  return { lock: { ...wrapped, minutes, rewriting: null }, key };
}

/** The data key; undefined: it is not the passphrase. */
export async function unwrap(
  lock: Pick<LockState, 'salt' | 'rounds' | 'iv' | 'wrapped'>,
  passphrase: string,
): Promise<string | undefined> {
  const key = await derive(passphrase, toBytes(lock.salt), lock.rounds);
  try {
    const algorithm = { name: 'AES-GCM', iv: toBytes(lock.iv) };
    return toText(new Uint8Array(await crypto.subtle.decrypt(algorithm, key, toBytes(lock.wrapped))));
  } catch {
    return undefined;
  }
}

/** The same data key under another passphrase. */
export async function rewrap(lock: LockState, key: string, passphrase: string): Promise<LockState> {
  return { ...lock, ...(await wrap(key, passphrase)) };
}

async function wrap(key: string, passphrase: string) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const outer = await derive(passphrase, salt, ROUNDS);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, outer, toBytes(key));
  return { salt: toText(salt), rounds: ROUNDS, iv: toText(iv), wrapped: toText(new Uint8Array(wrapped)) };
}

/** Normalised, so that every keyboard's accents are the same. */
async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  const raw = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

import { BackupError } from '../../prep/backup/faults.ts';

/*
 * What the two kinds of locked backup have in common: a header, then AES-256-GCM of the plain file, all of it with one fresh
 * IV. The header is authenticated as additional data, and ends with a sum of itself, which tells damage from a wrong
 * secret and keeps none. docs/backup-format.md has the layouts.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where the parts of a header lie that both kinds have: byte offsets. */
export interface Layout {
  kind: number;
  /** Where the IV of the content begins and ends. */
  iv: readonly [number, number];
  /** Where the sum begins; it ends where the content does begin. */
  sum: number;
  content: number;
}

const MAGIC = new TextEncoder().encode('PEERSIDE');
const VERSION = 1;
const KIND = 9;
const ROUNDS = 10;

/** OWASP's figure for PBKDF2-HMAC-SHA-256; more than the upper one would freeze the page on purpose. */
export const PASSPHRASE_ROUNDS = { used: 600_000, min: 600_000, max: 5_000_000 } as const;

/** Whether a file begins as a locked backup of any kind does. */
export function isLocked(start: Uint8Array): boolean {
  return MAGIC.every((byte, index) => start[index] === byte);
}

/** Which kind of locked backup begins so; meaningless unless `isLocked()`. */
export function kindOf(start: Uint8Array): number | undefined {
  return start[KIND];
}

/** A header that has its kind, its rounds and a fresh IV; the rest is for its kind to fill, then `close()`. */
export function newHeader({ kind, iv, content }: Layout, rounds: number): Bytes {
  const header = new Uint8Array(content);
  header.set(MAGIC);
  header[MAGIC.length] = VERSION;
  header[KIND] = kind;
  new DataView(header.buffer).setUint32(ROUNDS, rounds);
  crypto.getRandomValues(header.subarray(...iv));
  return header;
}

/** Sums a header up and seals a plain file behind it. */
export async function close(layout: Layout, header: Bytes, key: CryptoKey, plain: Blob): Promise<Blob> {
  header.set(await sumOf(layout, header), layout.sum);
  const content = await crypto.subtle.encrypt(cipher(layout, header), key, await plain.arrayBuffer());
  return new Blob([header, content]);
}

/** The header of a file, and the rounds of its passphrase. @throws BackupError when it is damaged, or of a kind not known */
export async function readHeader(layout: Layout, file: Bytes): Promise<{ header: Bytes; rounds: number }> {
  const header = file.slice(0, layout.content);
  if (file.length <= layout.content) throw new BackupError({ kind: 'damaged' });
  if (!same(await sumOf(layout, header), header.slice(layout.sum)))
    throw new BackupError({ kind: 'damaged' });
  const rounds = new DataView(header.buffer).getUint32(ROUNDS);
  const known = header[MAGIC.length] === VERSION && header[KIND] === layout.kind;
  if (!known || rounds < PASSPHRASE_ROUNDS.min || rounds > PASSPHRASE_ROUNDS.max)
    throw new BackupError({ kind: 'lock-unknown' });
  return { header, rounds };
}

/** The plain file behind a header. @throws BackupError when it is damaged */
export async function open(layout: Layout, header: Bytes, key: CryptoKey, file: Bytes): Promise<Blob> {
  try {
    const content = file.subarray(layout.content);
    return new Blob([await crypto.subtle.decrypt(cipher(layout, header), key, content)]);
  } catch {
    throw new BackupError({ kind: 'damaged' });
  }
}

/** How one use of a secret is told from its others. */
export function hkdf(use: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(use) };
}

/** The key of the content. */
export function contentKey(secret: CryptoKey, use: string): Promise<CryptoKey> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf(use), secret, algorithm, false, ['encrypt', 'decrypt']);
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function cipher({ iv }: Layout, header: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: header.slice(...iv), additionalData: header };
}

async function sumOf({ sum, content }: Layout, header: Bytes): Promise<Bytes> {
  const whole = await crypto.subtle.digest('SHA-256', header.slice(0, sum));
  return new Uint8Array(whole).slice(0, content - sum);
}

import type { Dexie } from 'dexie';
import type { BackupHeader } from '../../prep/backup/format.ts';
import { version } from '../about.ts';
import { db } from '../db.ts';
import { readSentinel } from '../sentinel.ts';
import { lock } from './crypto.ts';
import { openBackup } from './read.ts';
import { type BackupSeal, seal } from './sealed.ts';
import { contentOf, type Progress } from './source.ts';

export interface WriteOptions {
  /** Locks the file; none: it is plain. */
  passphrase?: string | undefined;
  /** Locks it with nobody there to type; instead of a passphrase. */
  seal?: BackupSeal | undefined;
  signal?: AbortSignal | undefined;
  progress?: Progress | undefined;
  now?: Date;
}

/** A backup that has been read back and found whole. */
export interface Written {
  blob: Blob;
  /** Lines of its content. */
  lines: number;
  records: number;
  locked: boolean;
  at: string;
}

/** Thrown when a backup that was just written cannot be read back as it was meant; nothing of it may be relied upon. */
export class NotVerified extends Error {}

/** The header of a backup made now. */
export async function headerNow(source: Dexie, now: Date): Promise<BackupHeader> {
  return {
    peerside: 'backup',
    format: 1,
    schema: source.verno,
    app: version(),
    createdAt: now.toISOString(),
    // A rescue copy is of a database that cannot be asked.
    install: (await readSentinel())?.installId ?? 'unknown',
  };
}

/** Packs text by gzip as it comes. */
export function pack(content: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder();
  const pages = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { value, done } = await pages.next();
        if (done) controller.close();
        else controller.enqueue(bytes.encode(value));
      } catch (error) {
        controller.error(error);
      }
    },
  }).pipeThrough(new CompressionStream('gzip'));
}

/** Makes a backup of everything and reads it back. @throws NotVerified, or what the signal was aborted with */
export async function writeBackup(options: WriteOptions = {}, source: Dexie = db): Promise<Written> {
  const { passphrase, signal, progress, now = new Date() } = options;
  const secret = passphrase ?? options.seal;
  await source.open();
  const told = { lines: 0, records: 0 };
  const head = await headerNow(source, now);
  const counted = countLines(contentOf(source, head, { signal, progress }), told);
  const plain = await new Response(pack(counted)).blob();
  const blob = await shut(plain, secret);
  signal?.throwIfAborted();
  await verify(blob, told, secret);
  return {
    blob,
    lines: told.lines,
    records: told.records,
    locked: secret !== undefined,
    at: head.createdAt,
  };
}

function shut(plain: Blob, secret: string | BackupSeal | undefined): Blob | Promise<Blob> {
  if (secret === undefined) return plain;
  return typeof secret === 'string' ? lock(plain, secret) : seal(plain, secret);
}

async function* countLines(content: AsyncIterable<string>, told: Told): AsyncGenerator<string> {
  for await (const text of content) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      told.lines += 1;
      if (text[at - 1] === '}') told.records += 1;
    }
    yield text;
  }
  // The header is no record; the end and the names of tables are lists.
  told.records -= 1;
}

interface Told {
  lines: number;
  records: number;
}

/**
 * Reads a whole file as a restore would (unlocked, unpacked, checked by gzip's own sum and by GCM) and counts its lines.
 * @throws NotVerified
 */
export async function verify(file: Blob, told: Told, secret: string | BackupSeal | undefined): Promise<void> {
  let lines: number;
  try {
    lines = await (await openBackup(file, secret)).lines();
  } catch (error) {
    throw new NotVerified('it could not be read back', { cause: error });
  }
  if (lines !== told.lines) throw new NotVerified(`${lines} of ${told.lines} lines were read back`);
}

import { BACKUP_LIMITS, BackupError } from '../../prep/backup/faults.ts';
import { unlock } from './crypto.ts';
import { isLocked } from './envelope.ts';
import { type BackupSeal, unseal } from './sealed.ts';

const LF = 0x0a;

/** A file whose kind is known and whose lock is open. */
export interface Opened {
  locked: boolean;
  /** The unpacked content in pieces; tells how many bytes of the file were read. @throws BackupError at damage, and where it swells over the cap */
  text: (read?: (bytes: number) => void) => AsyncGenerator<string>;
  /** How many lines the unpacked content has. @throws BackupError as `text` does, but for bytes that are no text */
  lines: () => Promise<number>;
}

/** Opens a backup file. A locked one needs its passphrase, or what sealed it. @throws BackupError */
export async function openBackup(file: Blob, secret?: string | BackupSeal): Promise<Opened> {
  if (file.size > BACKUP_LIMITS.file) throw new BackupError({ kind: 'too-large', bytes: file.size });
  if (file.size === 0) throw new BackupError({ kind: 'empty' });
  const start = await startOf(file);
  if (isLocked(start)) {
    if (secret === undefined) throw new BackupError({ kind: 'locked' });
    const plain =
      typeof secret === 'string'
        ? await unlock(file, secret)
        : await unseal(new Uint8Array(await file.arrayBuffer()), secret);
    return { locked: true, text: (read) => textOf(plain, read), lines: () => linesOf(plain) };
  }
  if (!isGzip(start) && start[0] !== '{'.charCodeAt(0)) throw new BackupError({ kind: 'not-ours' });
  return { locked: false, text: (read) => textOf(file, read), lines: () => linesOf(file) };
}

async function startOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 16).arrayBuffer());
  } catch {
    throw new BackupError({ kind: 'unreadable' });
  }
}

const isGzip = (start: Uint8Array) => start[0] === 0x1f && start[1] === 0x8b;

async function* textOf(file: Blob, read?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new BackupError({ kind: 'damaged' });
    }
  };
  for await (const bytes of bytesOf(file, read)) yield decode(bytes);
  decode();
}

async function linesOf(file: Blob): Promise<number> {
  let lines = 0;
  for await (const bytes of bytesOf(file)) {
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines += 1;
  }
  return lines;
}

async function* bytesOf(file: Blob, read?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const packed = isGzip(await startOf(file));
  const stream = file.stream().pipeThrough(counting(read));
  const reader = (packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { value, done } = await step(reader);
      if (done) return;
      bytes += value.byteLength;
      if (bytes > BACKUP_LIMITS.unpacked) throw new BackupError({ kind: 'swells' });
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Lets bytes through and tells how many they were so far. */
function counting(read?: (bytes: number) => void) {
  let total = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      total += chunk.byteLength;
      read?.(total);
      controller.enqueue(chunk);
    },
  });
}

async function step(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (error) {
    // The file was changed or taken away while it was read, or its bytes are not what gzip wrote.
    const gone = error instanceof DOMException && error.name === 'NotReadableError';
    throw new BackupError({ kind: gone ? 'unreadable' : 'damaged' });
  }
}

import { BACKUP_LIMITS, BackupError } from '../../prep/backup/faults.ts';
import { isLocked, unlock } from './crypto.ts';

/** A file whose kind is known and whose lock is open. */
export interface Opened {
  locked: boolean;
  /** The unpacked content in pieces; tells how many bytes of the file were read. @throws BackupError at damage, and where it swells over the cap */
  text: (read?: (bytes: number) => void) => AsyncGenerator<string>;
}

/** Opens a backup file. A locked one needs its passphrase. @throws BackupError */
export async function openBackup(file: Blob, passphrase?: string): Promise<Opened> {
  if (file.size > BACKUP_LIMITS.file) throw new BackupError({ kind: 'too-large', bytes: file.size });
  if (file.size === 0) throw new BackupError({ kind: 'empty' });
  const start = await startOf(file);
  if (isLocked(start)) {
    if (passphrase === undefined) throw new BackupError({ kind: 'locked' });
    const plain = await unlock(file, passphrase);
    return { locked: true, text: (read) => textOf(plain, read) };
  }
  if (!isGzip(start) && start[0] !== '{'.charCodeAt(0)) throw new BackupError({ kind: 'not-ours' });
  return { locked: false, text: (read) => textOf(file, read) };
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
  const packed = isGzip(await startOf(file));
  const stream = file.stream().pipeThrough(counting(read));
  const reader = (packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for (;;) {
      const { value, done } = await step(reader, decoder);
      if (done) return;
      bytes += value.bytes;
      if (bytes > BACKUP_LIMITS.unpacked) throw new BackupError({ kind: 'swells' });
      yield value.text;
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

async function step(reader: ReadableStreamDefaultReader<Uint8Array>, decoder: TextDecoder) {
  try {
    const { value, done } = await reader.read();
    if (!done)
      return {
        done,
        value: { bytes: value.byteLength, text: decoder.decode(value, { stream: true }) },
      } as const;
    decoder.decode();
    return { done } as const;
  } catch (error) {
    // The file was changed or taken away while it was read, or its bytes are not what gzip or UTF-8 wrote.
    const gone = error instanceof DOMException && error.name === 'NotReadableError';
    throw new BackupError({ kind: gone ? 'unreadable' : 'damaged' });
  }
}

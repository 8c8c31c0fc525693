import { FILE_BYTES } from '../../prep/formats/limits.ts';
import { textOf } from '../../prep/formats/quoted-printable.ts';
import { FileRefused } from './faults.ts';

/**
 * A file as text: UTF-16 and UTF-8 by their marks, else UTF-8 if it is, else Windows's Western European set, of which
 * Latin 1 is a part. One over 50 MB is not even read. @throws FileRefused
 */
export async function readText(file: Blob): Promise<string> {
  if (file.size > FILE_BYTES) throw new FileRefused({ kind: 'too-large', bytes: file.size });
  let buffer: ArrayBuffer;
  try {
    buffer = await file.arrayBuffer();
  } catch (error) {
    console.error('peerside: a file could not be read', error);
    throw new FileRefused({ kind: 'unreadable' });
  }
  return decode(new Uint8Array(buffer));
}

/** Bytes as text, without the mark of its encoding. @throws FileRefused for what is no text */
export function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0x50 && b === 0x4b && c <= 8 && d <= 8) throw new FileRefused({ kind: 'packed' });
  const wide = utf16(bytes);
  const text = (wide ? new TextDecoder(wide).decode(bytes) : textOf(bytes)).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new FileRefused({ kind: 'empty' });
  if (text.includes('\u0000')) throw new FileRefused({ kind: 'binary' });
  return text;
}

/** Which UTF-16 it is: by its mark, or by every other one of the first bytes being zero. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 64);
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (start.length < 4 || start.length % 2 !== 0) return undefined;
  if (zeros(1) === start.length / 2 && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) === start.length / 2 && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

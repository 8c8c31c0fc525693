/** Bytes of a text that was written in quoted-printable; soft line breaks must be gone. What is no escape stays. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === '=' ? text.slice(at + 1, at + 3) : '';
    if (/^[\da-fA-F]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...new TextEncoder().encode(text[at]));
  }
  return new Uint8Array(bytes);
}

/** Bytes as text: UTF-8 if they are, else in the character set that is named, else Windows's Western European one. */
export function textOf(bytes: Uint8Array<ArrayBuffer>, charset = ''): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder(charset || 'windows-1252').decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

/** A value in quoted-printable as text. */
export function fromQuotedPrintable(value: string, charset?: string): string {
  // A text that is not ASCII has been decoded with its file: half a character must not be encoded alone.
  return value.includes('=') ? textOf(bytesOf(value.normalize('NFC')), charset) : value;
}

/**
 * Invisible characters that could reorder or hide text: C0 and C1 controls, soft hyphen, bidi marks, embeddings,
 * overrides, isolates, annotations, BOM, tags. The joiners U+200C and U+200D stay: Persian, Hindi and emoji need them.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/** Half a character: what is left of one when text is cut through it. */
const HALF = /\p{Cs}/gu;

/**
 * A string of a foreign page made safe to keep and show: NFC, control and bidi-override characters taken out
 * (white space among them becomes a space), trimmed, at most `max` characters (UTF-16), never half a character.
 * Doing it again changes nothing.
 */
export function pageText(text: string, max: number): string {
  const clean = text
    .slice(0, max * 4)
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(HALF, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clean.length <= max ? clean : clean.slice(0, max).replace(HALF, '').trimEnd();
}

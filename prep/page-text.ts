/** Invisible characters that could reorder or hide text: C0 and C1 controls, bidi marks, embeddings, overrides, isolates, BOM. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * A string of a foreign page made safe to keep and show: NFC, control and bidi-override characters taken out
 * (white space among them becomes a space), trimmed, at most `max` characters (UTF-16), never half a character at the end.
 */
export function pageText(text: string, max: number): string {
  const bounded = text.slice(0, max * 4).normalize('NFC');
  const clean = bounded
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

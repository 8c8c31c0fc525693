/**
 * Text reduced to what matters when names are compared: no case, no accents, no compatibility forms
 * ("José" and "JOSE" are the same). Letters that only look alike stay different.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i');
}

/** The folded words of a text: runs of letters and digits, an apostrophe inside a word kept out ("O'Neil" is o, neil). */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

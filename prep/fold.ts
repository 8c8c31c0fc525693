/** Accents of Latin, Greek and Cyrillic, and the vowel marks that Hebrew and Arabic may leave out. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+/g;

/** Letters that NFKD leaves whole, as they are written without them. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * Text reduced to what matters when names are compared: no case, no accents, no compatibility forms ("José" and
 * "JOSE" are the same). Letters that only look alike stay different, and so do the marks that are a letter's
 * sound in other scripts (か and が, the vowels of Hindi).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** The folded words of a text: runs of letters, their marks and digits; an apostrophe divides ("O'Neil" is o, neil). */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

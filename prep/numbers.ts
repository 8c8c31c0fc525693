/** The numbers in a text, in order; Arabic and Persian digits too. "9:15am" is 9, 15. */
export function numbers(text: string): number[] {
  const latin = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return (latin.match(/\d+/g) ?? []).map(Number);
}

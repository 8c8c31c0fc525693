/**
 * One text out of two that were typed at once, in two windows or one of them while the other was closing: nothing that
 * either says is lost. `base` is what `mine` was typed over; `theirs` is what is stored now.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (theirs === base || theirs.trim() === '' || theirs === mine) return mine;
  // Words are added, and stand there already; or what stands there was gone on with.
  const within = base.trim() === '' ? holdsLines : (text: string, part: string) => text.includes(part);
  if (mine.length >= base.length && within(theirs, mine)) return theirs;
  if (holdsLines(mine, theirs)) return mine;
  // What was typed over stands within the other text: the new words go to its place.
  const at = base.trim() === '' ? -1 : theirs.lastIndexOf(base);
  if (at >= 0) return theirs.slice(0, at) + mine + theirs.slice(at + base.length);
  return mine.trim() === '' ? theirs : `${theirs}\n\n${mine}`;
}

function holdsLines(text: string, lines: string): boolean {
  return text.startsWith(lines) || `\n${text}\n`.includes(`\n${lines}\n`);
}

/** What a spreadsheet may take for a formula at the start of a line, spaces of any kind before it included (OWASP, CSV injection). */
const FORMULA = /^[\p{Zs}\t\r\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;

/**
 * A text for a cell of a CSV file that no spreadsheet runs: each line of it that could begin a formula begins with an
 * apostrophe instead. Lines end in LF; it alters data, so such a file is no backup.
 */
export function safeCell(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}

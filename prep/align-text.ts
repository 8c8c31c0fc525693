/** Letters of one text times those of the other, once what they begin and end with alike is off: 8 MB for a moment. */
const MOST = 4_000_000;

/**
 * Where each letter of a text stands in another that it was changed to, -1 where it is gone: a longest common subsequence. undefined when
 * too much was changed to tell.
 */
export function alignment(base: string, theirs: string): readonly number[] | undefined {
  const most = Math.min(base.length, theirs.length);
  let start = 0;
  while (start < most && base[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < most - start && base[base.length - 1 - end] === theirs[theirs.length - 1 - end]) end += 1;
  const [rows, columns] = [base.length - end - start, theirs.length - end - start];
  if (rows * columns > MOST) return undefined;
  const width = columns + 1;
  /** How long the longest is from here to the end, by row and column. */
  const longest = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  const same = (row: number, column: number) => base[start + row] === theirs[start + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      longest[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const places = Array.from({ length: base.length }, (_, letter) => {
    if (letter < start) return letter;
    return letter >= base.length - end ? letter + theirs.length - base.length : -1;
  });
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(row, column)) {
      places[start + row] = start + column;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return places;
}

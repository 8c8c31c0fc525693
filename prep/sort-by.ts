/** What something is sorted by: the first difference decides. Each place holds the same type for all. */
type Key = readonly (string | number)[];

/** Sorts by keys; a copy. Text is compared by code unit, the same in every language. */
export function sortBy<T>(all: readonly T[], key: (one: T) => Key): T[] {
  return all
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ one }) => one);
}

function compare(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

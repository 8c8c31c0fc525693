import { expect, test } from 'vitest';
import { shortName } from '../../scripts/build/names.ts';

const asked = [
  ['line', 'components/ui/Toast.module.css'],
  ['row', 'components/brief/Row.module.css?inline'],
  ['acts', 'components/brief/Row.module.css'],
  ['row', 'components/brief/Row.module.css'],
] as const;

test('classes are named alike whichever file is built first, and no two alike', () => {
  const name = shortName('components');
  const [line, row, acts, again] = asked.map(([one, file]) => name(one, file));
  expect(new Set([line, row, acts]).size).toBe(3);
  expect(again).toBe(row);
  const other = shortName('components');
  // The files come in another order, the classes of one file never do.
  const [otherRow, otherActs, , otherLine] = [...asked.slice(1), ...asked.slice(0, 1)].map(([one, file]) =>
    other(one, file),
  );
  expect([otherLine, otherRow, otherActs]).toEqual([line, row, acts]);
});

test('a style module in another place is refused', () => {
  expect(() => shortName('components')('a', 'entrypoints/popup/a.module.css')).toThrow('live in components/');
});

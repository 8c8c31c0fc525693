import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/method.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('each row of the method, 1 to 78, stands in its table once, with where it is or why not', () => {
  const numbers = rows.map(([, number]) => number).filter((number) => number !== '76b');
  expect(numbers).toEqual(Array.from({ length: 78 }, (_, index) => String(index + 1)));
  for (const [, number, practice = '', where = ''] of rows) {
    expect(practice.length, `row ${number}`).toBeGreaterThan(5);
    expect(where.length, `row ${number}`).toBeGreaterThan(15);
  }
});

test('the files that the table names are there', () => {
  const named = rows.flatMap(([, , , where = '']) => [...where.matchAll(/`([\w./-]+\/[\w./-]*)`/g)]);
  const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(path));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');

/** Every `file: name of a test` in the page. */
const named = [...text.matchAll(/`(tests\/[\w/.-]+\.tsx?): ([^`]+)`/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

test('each line that says who is kept out names a test', () => {
  const lines = text.split('\n').filter((line) => /^\| (?!against|---)/.test(line));
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => !/`tests\//.test(line))).toEqual([]);
});

test.each(named)('%s has: %s', (file, name) => {
  const source = readFileSync(file, 'utf8');
  expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => `${folder}/${file}`),
);

/** Declarations that say left or right, where the side depends on the direction of the words. */
function physical(css: string): string[] {
  const declarations = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{};]/)
    .map((one) => one.trim())
    .filter((one) => /^[a-z-]+\s*:/.test(one) && !one.includes('&'));
  return declarations.filter((one) => {
    const [property = '', value = ''] = one.split(/:\s*/);
    if (/^(left|right)$|-(left|right)(-|$)/.test(property)) return true;
    if (/^(text-align|float|clear)$/.test(property)) return /\b(left|right)\b/.test(value);
    if (!/^(margin|padding|inset)$/.test(property)) return false;
    const [, right, , left] = value.match(/[\w.-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+/g) ?? [];
    return left !== undefined && left !== right;
  });
}

test.each(files)('%s names no side of the screen', (file) => {
  expect(physical(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  ['a { margin-left: 2px; }', ['margin-left: 2px']],
  ['a { left: 0; right: 0 }', ['left: 0', 'right: 0']],
  ['a { border-left: 1px solid red }', ['border-left: 1px solid red']],
  ['a { padding: 0 4px 0 12px }', ['padding: 0 4px 0 12px']],
  ['a { padding: 0 4px 8px; margin: 1px 2px 3px 2px }', []],
  ['a { inset: auto calc(1px + 2px) -1px calc(1px + 2px) }', []],
  ['a { text-align: left; float: inline-start }', ['text-align: left']],
  ['a { border-top-left-radius: 4px }', ['border-top-left-radius: 4px']],
  ['a:hover { inset-inline-start: 0 } /* left: 0 */', []],
])('of %s it finds %j', (css, found) => {
  expect(physical(css)).toEqual(found);
});

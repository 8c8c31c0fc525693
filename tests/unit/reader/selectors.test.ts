import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as selectors from '../../../entrypoints/calendar.content/reader/selectors.ts';

const source = readFileSync('entrypoints/calendar.content/reader/selectors.ts', 'utf8');
const lists = Object.entries(selectors).flatMap(([name, one]): [string, readonly string[]][] =>
  typeof one === 'function' ? [] : [[name, one]],
);

const pages = ['reader', 'saved-pages', 'surfaces'].flatMap((folder) =>
  readdirSync(`tests/fixtures/${folder}`)
    .filter((name) => name.endsWith('.html'))
    .map((name) =>
      new DOMParser().parseFromString(readFileSync(`tests/fixtures/${folder}/${name}`, 'utf8'), 'text/html'),
    ),
);

describe.each(lists)('%s', (name, alternatives) => {
  test.each(alternatives)('a fixture has %s', (alternative) => {
    expect(pages.some((page) => page.querySelector(alternative))).toBe(true);
  });

  test('its comment, or that of the lists that stand with it, says where and when it was last seen', () => {
    const before = source.slice(0, source.indexOf(`export const ${name} `));
    const comment = before.slice(before.lastIndexOf('/**'));
    expect(comment).toMatch(/20\d\d/);
  });
});

test('where two alternatives both find something, the more trusted one is taken', () => {
  const [bubble, heading] = selectors.BUBBLE_TITLE;
  document.body.innerHTML = `<p id="xDetDlgWhen"><b role="heading"></b></p><i id="rAECCd"></i>`;
  expect(selectors.first(document, selectors.BUBBLE_TITLE)?.matches(bubble)).toBe(true);
  document.querySelector(bubble)?.remove();
  expect(selectors.first(document, selectors.BUBBLE_TITLE)?.matches(heading)).toBe(true);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { plural, t } from '../../storage/words.ts';

const sources = ['components', 'entrypoints', 'storage']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .concat(readFileSync('wxt.config.ts', 'utf8'))
  .join('\n');

test('every word is used somewhere, by its name or by a stem of it', () => {
  const named = new Set([...sources.matchAll(/'(?:__MSG_)?(\w+?)(?:__)?'/g)].map(([, name]) => name));
  // A word may be named in parts: `goal_${goal}` uses all that start with goal_.
  const stems = new Set([...sources.matchAll(/(?<=`)[a-zA-Z]+_(?=\$\{)/g)].map(([stem]) => stem));
  const unused = Object.keys(messages).filter((word) => {
    const stem = word.match(/^([a-zA-Z]+_)/)?.[1];
    return !named.has(word) && !named.has(word.replace(/_(one|other)$/, '')) && !stems.has(stem ?? '');
  });
  expect(unused).toEqual([]);
});

test('every word counted in the singular is there in the plural', () => {
  const missing = Object.keys(messages).filter(
    (word) => word.endsWith('_one') && !(word.replace(/_one$/, '_other') in messages),
  );
  expect(missing).toEqual([]);
});

test('no two words differ in case alone: browsers read their names without it', () => {
  const names = Object.keys(messages).map((word) => word.toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('values take the places of their numbers', () => {
  expect(t('extensionName')).toBe('Peerside');
  expect(typeof plural).toBe('function');
});

test('a number is written as the language writes it', () => {
  expect(plural('dateLate', 1)).toBe('1 day late');
  expect(plural('dateLate', 2516)).toBe('2,516 days late');
});

test('the pages as they arrive hold no word but the name: the others are in messages.json', () => {
  for (const page of ['options', 'popup', 'sidepanel']) {
    const html = readFileSync(`entrypoints/${page}/index.html`, 'utf8');
    const text = html.replaceAll(/<[^>]*>/g, ' ').trim();
    const spoken = [...html.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
      ([, value]) => value,
    );
    expect([page, text, spoken]).toEqual([page, 'Peerside', []]);
  }
});

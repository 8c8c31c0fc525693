import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPage } from '../../../entrypoints/calendar.content/reader/whole-page.ts';

const FOLDER = 'tests/fixtures/surfaces/';
const LANGUAGES = ['ar', 'cs', 'de', 'en', 'es', 'fr', 'ja'];
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
const surfaces = [...new Set(files.map((name) => name.split('.')[0] ?? ''))];

test('every surface is there in every language', () => {
  expect(surfaces.sort()).toEqual(
    [
      'bubble',
      'custom-days',
      'day',
      'day-popover',
      'event-page',
      'month',
      'schedule',
      'search',
      'week',
    ].sort(),
  );
  for (const surface of surfaces) {
    const of = files.filter((name) => name.startsWith(`${surface}.`)).map((name) => name.split('.')[1]);
    expect(of.sort()).toEqual(LANGUAGES);
  }
});

test.each(files)('%s: the same events, whatever the language', (name) => {
  const [surface = '', language = ''] = name.split('.');
  const own = `${FOLDER}${surface}.${language}.json`;
  const expected: unknown = JSON.parse(
    readFileSync(existsSync(own) ? own : `${FOLDER}${surface}.json`, 'utf8'),
  );
  const page = new DOMParser().parseFromString(readFileSync(FOLDER + name, 'utf8'), 'text/html');
  expect(readPage(page).found).toEqual(expected);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../../entrypoints/calendar.content/reader/whole-page.ts';
import { main } from '../../../scripts/read.ts';

const FOLDER = 'tests/fixtures/saved-pages/';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

test.each(names)('%s', (name) => {
  const html = readFileSync(FOLDER + name, 'utf8');
  const expected: unknown = JSON.parse(readFileSync(FOLDER + name.replace('.html', '.json'), 'utf8'));
  expect(readPage(new DOMParser().parseFromString(html, 'text/html')).found).toEqual(expected);
});

describe('npm run read', () => {
  const page = `${FOLDER}month-and-bubble.html`;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/read.ts', ...args], { encoding: 'utf8' });
  let folder: string;
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('prints the JSON of a page alone', () => {
    const { status, stdout, stderr } = run(page);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(page.replace('.html', '.json'), 'utf8')));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('what is wrong is a line on stderr, with nothing on stdout', () => {
    const { status, stdout, stderr } = run('nowhere.html');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('read: cannot read nowhere.html: is the path right?\n');
  });

  test('says who is spotted, by which rule, how sure; never the reader of the page', () => {
    const peers = file(
      'peers.json',
      JSON.stringify([
        { name: 'Steve Tan', emails: ['steve.tan@example.com'] },
        { name: 'Diane Moreau', emails: ['d.moreau@other.example'] },
        { name: 'Sémi Naire', emails: [], aliases: ['Séminaire'] },
      ]),
    );
    const key = 'weekly1_20261119T140000Z diane.moreau@example.com';
    expect(main([page, '--peers', peers, '--me', 'd.moreau@other.example'])).toMatchObject({
      spotted: [
        { where: 'bubble', key, title: 'Diane / Steve', people: ['Steve Tan'], rule: 'guest', sure: true },
        { where: 'chip', key, title: 'Diane / Steve', people: ['Steve Tan'], rule: 'series', sure: true },
        {
          where: 'chip',
          key: 'offsite1 team1@group.calendar.google.com',
          title: 'Séminaire',
          people: ['Sémi Naire'],
          rule: 'title',
          // All day: "Steve on holiday" is no meeting.
          sure: false,
        },
      ],
    });
  });

  test.each([
    ['no file', [], 'usage'],
    ['peers that are no JSON', [page, '--peers', page], 'is not JSON'],
    ['an option that is none', [page, '--you', 'x'], 'you'],
  ])('%s is told', (_, args, said) => {
    expect(() => main(args)).toThrow(said);
  });

  test('peers of another shape are named by their place', () => {
    const peers = file('wrong.json', '[{ "name": "Steve" }, { "emails": [] }]');
    expect(() => main([page, '--peers', peers])).toThrow('person 2');
  });
});

// @vitest-environment happy-dom
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../../entrypoints/calendar.content/reader/whole-page.ts';

const FOLDER = 'tests/fixtures/saved-pages/';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

test.each(names)('%s', (name) => {
  const html = readFileSync(FOLDER + name, 'utf8');
  const expected: unknown = JSON.parse(readFileSync(FOLDER + name.replace('.html', '.json'), 'utf8'));
  expect(readPage(new DOMParser().parseFromString(html, 'text/html')).found).toEqual(expected);
});

describe('npm run read', () => {
  const page = `${FOLDER}month-and-bubble.html`;
  const script = 'scripts/read.ts';
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
    const printed = execFileSync(process.execPath, [script, page], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(JSON.parse(readFileSync(page.replace('.html', '.json'), 'utf8')));
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
    const args = [script, page, '--peers', peers, '--me', 'd.moreau@other.example'];
    const { spotted } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const key = 'weekly1_20261119T140000Z diane.moreau@example.com';
    expect(spotted).toEqual([
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
    ]);
  });

  test.each([
    ['no file', [], 'usage'],
    ['a file that is not there', ['nowhere.html'], 'cannot read nowhere.html'],
    ['peers that are no JSON', [page, '--peers', page], 'is not JSON'],
    ['an option that is none', [page, '--you', 'x'], 'you'],
  ])('%s: a line on stderr, nothing on stdout', (_, args, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });

  test('peers of another shape are named by their place', () => {
    const peers = file('wrong.json', '[{ "name": "Steve" }, { "emails": [] }]');
    const { stderr } = spawnSync(process.execPath, [script, page, '--peers', peers], { encoding: 'utf8' });
    expect(stderr).toContain('person 2');
  });
});

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { safeCell } from '../../../prep/formats/csv-cell.ts';
import { distinctNames, safeFileName } from '../../../prep/formats/file-name.ts';
import { frontMatter, ownText, plainLine, yamlText } from '../../../prep/formats/markdown.ts';
import { ADDED } from '../../../prep/records/added.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { exportMarkdown } from '../../../storage/formats/export-markdown.ts';
import { exportPromises } from '../../../storage/formats/export-promises.ts';
import { meetingRow } from '../../../storage/meetings.ts';
import { noteRow } from '../../../storage/notes.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { aFact } from '../../fixtures/records.ts';
import { aMeeting } from './records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

/** Any unit of UTF-16, halves of characters too; those that matter more often. */
const anyUnit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('.', ' ', '/', 'c', 'o', 'n', '\n', '-', '"', '\u0085', '\u202e'),
);

const now = new Date('2026-11-21T12:00:00Z');

describe('a cell', () => {
  test.each([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ['\u00a0+1', "'\u00a0+1"],
    ['\ttab', "'\ttab"],
    ['fine\r\n-1', "fine\n'-1"],
    ['a = b', 'a = b'],
    ['－1', "'－1"],
  ])('%j is %j', (text, cell) => {
    expect(safeCell(text)).toBe(cell);
  });

  test('property: no line of a cell can begin a formula, and nothing but apostrophes is added', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '\u00a0', "'", '"', ',', 'a'),
    });
    fc.assert(
      fc.property(text, (value) => {
        const cell = safeCell(value);
        for (const line of cell.split(/[\r\n]/)) expect(line).not.toMatch(/^[\s\u00a0]*[=+\-@]|^\s*\t/);
        const same = value.replace(/\r\n?/g, '\n');
        expect(cell.replaceAll("'", '')).toBe(same.replaceAll("'", ''));
        const [[read] = []] = Papa.parse<string[]>(Papa.unparse([[cell]], { quotes: true })).data;
        expect(read).toBe(cell);
      }),
    );
  });
});

describe('a file name', () => {
  test.each([
    ['Ana Lima', 'Ana Lima'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON', '_CON'],
    ['aux.b', '_aux.b'],
    ['a:b*c?d"e<f>g|h', 'a b c d e f g h'],
    ['[[Ana]] #1 ^x', 'Ana 1 x'],
    ['...', 'Person'],
    ['', 'Person'],
    ['trailing. ', 'trailing'],
    ['\u202egnp.exe', 'gnp.exe'],
  ])('%j is %j', (name, expected) => {
    expect(safeFileName(name, 'Person')).toBe(expected);
  });

  test('property: every system takes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 120 }), (name) => {
        const file = safeFileName(name, 'Person');
        expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
        expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(new TextEncoder().encode(file).length).toBeLessThan(210);
        expect(file).not.toBe('');
      }),
    );
  });

  test('comes once, whatever the case', () => {
    const distinct = distinctNames();
    expect(['Ana', 'ANA', 'Aná', 'Bo'].map(distinct)).toEqual(['Ana', 'ANA 2', 'Aná 3', 'Bo']);
  });
});

describe('Markdown', () => {
  test.each([
    ['[[link]] <b>', '\\[\\[link\\]\\] \\<b\\>'],
    ['# head', '\\# head'],
    ['a #tag', 'a \\#tag'],
    ['1. one', '1\\. one'],
    ['- list', '\\- list'],
    ['`code` *bold* a|b', '\\`code\\` \\*bold\\* a\\|b'],
    ['two\nlines', 'two lines'],
    ['key:: value', 'key:\\: value'],
  ])('a line %j is %j', (text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  test.each([
    ['![x](https://t.example.com/p.png)', '!\\[x](https://t.example.com/p.png)'],
    ['![[file]]', '!\\[[file]]'],
    ['<img src=x>', '\\<img src=x>'],
    ['```dataviewjs\nx\n```', '\\```dataviewjs\nx\n\\```'],
    ['> ```js', '> \\```js'],
    ['`$= dv.pages()`', '\\`$= dv.pages()`'],
    ['# Mine', '#### Mine'],
    ['---', '\\---'],
    ['**bold** and [a](https://a.example.com)', '**bold** and [a](https://a.example.com)'],
  ])('a text %j is %j', (text, own) => {
    expect(ownText(text)).toBe(own);
  });

  test('property: front matter stays front matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (value) => {
        expect(JSON.parse(yamlText(value))).toBe(value);
        expect(yamlText(value)).not.toMatch(/[\n\r\u2028\u0085]/);
        const head = frontMatter({ role: value, aliases: [value] });
        expect(head.split('\n').filter((line) => line === '---')).toHaveLength(2);
      }),
    );
  });
});

async function fill() {
  const steve = await addPerson(
    {
      ...personDraft('Steve: "Tan"', ['steve@example.com']),
      role: 'Product',
      team: 'Growth',
      aliases: ['Stevie'],
    },
    new Date('2026-01-01T10:00:00Z'),
  );
  const other = await addPerson(personDraft('steve: "tan"'), new Date('2026-01-02T10:00:00Z'));
  await db.meetings.add(meetingRow(aMeeting({ personIds: [steve.id], title: 'Diane / Steve #1' })));
  const base = { createdAt: now.toISOString(), updatedAt: now.toISOString() };
  const note = { ...base, ...ADDED.notes, personIds: [steve.id], meetingId: 'meeting' };
  await db.notes.bulkAdd([
    noteRow({
      ...note,
      id: 'n1',
      kind: 'before',
      text: 'Ask about **launch**',
      at: '2026-11-19T14:00:00.000Z',
      origin: null,
    }),
    noteRow({
      ...note,
      id: 'n2',
      meetingId: null,
      kind: 'thought',
      text: 'From a page <script>',
      at: '2026-11-10T14:00:00.000Z',
      origin: { url: 'https://a.example.com/', title: 'A [page]' },
    }),
  ]);
  await db.notes.add(
    noteRow({
      ...note,
      id: 'n3',
      kind: 'said',
      text: 'Off my chest',
      at: '2026-11-19T14:00:00.000Z',
      origin: null,
      sensitivity: 'vent',
    }),
  );
  await addActionItem(
    { personIds: [steve.id, other.id], owner: 'them', text: '=cmd|calc', due: '2026-11-24', meetingId: null },
    now,
  );
  await db.facts.add(aFact({ personId: steve.id }));
  await db.captures.add({
    ...base,
    id: 'c',
    text: 'Not filed',
    origin: null,
    filedAt: null,
    waiting: base.createdAt,
  });
  return { steve, other };
}

describe('exports', () => {
  test('Markdown is a zip of one folder, a file a person, with front matter', async () => {
    await fill();
    const { name, blob } = await exportMarkdown(now);
    expect(name).toBe('peerside-2026-11-21-markdown.zip');
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      'peerside-2026-11-21/People/Steve Tan.md',
      'peerside-2026-11-21/People/steve tan 2.md',
      'peerside-2026-11-21/Inbox.md',
    ]);
    const text = strFromU8(files['peerside-2026-11-21/People/Steve Tan.md']!);
    expect(text).toMatchInlineSnapshot(`
      "---
      aliases:
        - "Stevie"
      tags:
        - "peer"
      emails:
        - "steve@example.com"
      role: "Product"
      team: "Growth"
      trust: "new"
      last_met: 2026-11-19
      exported: 2026-11-21
      ---

      # Steve: "Tan"

      ## Promises

      - [ ] Them: =cmd\\|calc (with steve: "tan", due 2026-11-24)

      ## Remember

      - Took up the cello (hobby, 2026-01-05)

      ## Meetings

      ### 2026-11-19 Diane / Steve \\#1

      #### Before

      Ask about **launch**

      ## Notes

      ### 2026-11-10

      From a page \\<script>

      A \\[page\\] https://a.example.com/
      "
    `);
    expect(strFromU8(files['peerside-2026-11-21/Inbox.md']!)).toContain('Not filed');
  });

  test('promises as CSV that no spreadsheet runs', async () => {
    await fill();
    const { name, blob } = await exportPromises(now);
    expect(name).toBe('peerside-promises-2026-11-21.csv');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      [
        '"Who","With","Promise","Due","State","Made on","Closed on"',
        `"Them","Steve: ""Tan"", steve: ""tan""","'=cmd|calc","2026-11-24","Open","2026-11-21",""`,
        '',
      ].join('\r\n'),
    );
  });

  test('nothing there: a zip without files, and a CSV of its heads', async () => {
    const { blob } = await exportMarkdown(now);
    expect(Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())))).toEqual([]);
    expect((await (await exportPromises(now)).blob.text()).trim().split('\n')).toHaveLength(1);
  });
});

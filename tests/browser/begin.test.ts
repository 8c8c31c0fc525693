import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* How the pages of the release begin: counted, as it does not vary, where the bench measures what it is for. */

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
/** Without what tells its versions apart. */
const nameOf = (file: string) => file.replace(/-[\w-]{7,8}(?=\.(?:js|css)$)/, '');
const read = (file: string) => readFileSync(join(build, file), 'utf8');
const named = (html: string) =>
  [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] ?? '');

/** A script, and what it imports before it runs. */
function whole(script: string, found = new Set<string>()): Set<string> {
  if (found.has(script)) return found;
  found.add(script);
  for (const match of read(script).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g))
    whole(`chunks/${match[1]}`, found);
  return found;
}

/** What a page's script begins with by `import()`. */
const begun = (script: string) =>
  [...read(script).matchAll(/import\(`\.\/([^`]+)`\)/g)].map((match) => `chunks/${match[1]}`);

function page(file: string) {
  const html = read(file);
  const [script = ''] = named(html);
  return { html, script, named: named(html) };
}

test.each(['sidepanel.html', 'popup.html'])('%s waits for no style with its first script', (file) => {
  expect(page(file).html).toMatch(/<script type="module" async crossorigin/);
});

test('nothing that the panel begins with is fetched one after the other', () => {
  const panel = page('sidepanel.html');
  const parts = begun(panel.script);
  expect(parts.map((part) => nameOf(part))).toEqual(
    expect.arrayContaining(['chunks/BriefPage.js', 'chunks/TodayPage.js', 'chunks/panel.js']),
  );
  // Named by the page, or by the script that asks for the part.
  const ahead = [
    ...panel.named,
    ...named(read(panel.script).replaceAll(/"((?:chunks|assets)\/[^"]+)"/g, 'src="/$1"')),
  ];
  for (const part of parts) expect(ahead, part).toEqual(expect.arrayContaining([...whole(part)]));
});

test('the popup asks for its box alone; the rest is fetched beside each other, when that is there', () => {
  const popup = page('popup.html');
  expect(popup.html).toMatch(/<textarea id="early"[^>]* autofocus/);
  expect(popup.named.map((file) => nameOf(file))).toEqual([
    'chunks/popup.js',
    'chunks/first.js',
    'assets/first.css',
    'assets/popup.css',
  ]);
  const [start = ''] = begun(popup.script);
  const source = read(popup.script);
  for (const script of whole(start))
    if (!popup.named.includes(script)) expect(source).toContain(`"${script}"`);
});

test('no file only points at another one', () => {
  const chunks = readdirSync(join(build, 'chunks'));
  expect(chunks.length).toBeGreaterThan(50);
  expect(chunks.filter((file) => /^export\{[^}]*\}from"[^"]+";?\s*$/.test(read(`chunks/${file}`)))).toEqual(
    [],
  );
});

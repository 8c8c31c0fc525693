import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/*
 * The size budget of the built extension, in bytes after gzip. The panel's is what it loads before its first
 * content: its page, the scripts and styles that the page names, and what those import statically.
 */

const build = fileURLToPath(new URL('../.output/chrome-mv3/', import.meta.url));
const gzip = (file: string) => gzipSync(readFileSync(join(build, file))).length;

/** The built file of a chunk by its name. */
function chunk(name: string): string {
  const found = readdirSync(join(build, 'chunks')).find((file) => file.startsWith(`${name}-`));
  if (!found) throw new Error(`no chunk ${name}`);
  return `chunks/${found}`;
}

/** What the first script of a page fetches at once, by the names that it holds. */
function begunBy(script: string): string[] {
  const names = readFileSync(join(build, chunk(script)), 'utf8').matchAll(/"((?:chunks|assets)\/[^"]+)"/g);
  return [...names].map((match) => match[1] ?? '');
}

/** A page and everything it loads without a click, by file name; `also` are chunks that it fetches at once. */
function loadedBy(page: string, ...also: string[]): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const found = new Set([page]);
  const queue = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  queue.push(...also);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || !existsSync(join(build, file))) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(build, file), 'utf8');
    // Static imports only: `import(…)` is loaded on first use.
    for (const match of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+|\/[^"']+)["']/g)) {
      queue.push(new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1));
    }
  }
  return [...found];
}

const sum = (files: string[]) => files.reduce((total, file) => total + gzip(file), 0);
const budgets = [
  { name: 'content script', limit: 10_000, files: ['content-scripts/calendar.js'] },
  { name: 'panel before the brief', limit: 60_000, files: loadedBy('sidepanel.html', chunk('BriefPage')) },
  { name: 'panel before Today', limit: 60_000, files: loadedBy('sidepanel.html', chunk('TodayPage')) },
  {
    name: 'popup before its first content',
    limit: 60_000,
    files: loadedBy('popup.html', ...begunBy('popup')),
  },
];

for (const { name, limit, files } of budgets) {
  const size = sum(files);
  const over = size > limit;
  console.log(`${over ? 'OVER' : 'ok  '} ${name}: ${size} of ${limit} bytes (${files.join(', ')})`);
  if (over) process.exitCode = 1;
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * The import table of ARCHITECTURE.md, as the linter holds it: a line of wrong code for each rule, in a file where it is
 * wrong, and beside it what is right there. All are linted in one run, so each is told by its file and its line.
 */

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'peerside-lint-'));

/** File, a line that is wrong in it, and the first words of what the linter answers. */
const wrong: [file: string, line: string, answer: string][] = [];
const right: [file: string, line: string][] = [];
const never = (file: string, answer: string, ...lines: string[]) =>
  wrong.push(...lines.map((line): [string, string, string] => [file, line, answer]));
const may = (file: string, ...lines: string[]) =>
  right.push(...lines.map((line): [string, string] => [file, line]));

const from = (path: string) => `import '${path}';`;

// What is shipped.
for (const file of [
  'prep/records/a.ts',
  'storage/a.ts',
  'components/brief/a.tsx',
  'entrypoints/background/a.ts',
  'entrypoints/popup/a.tsx',
]) {
  never(file, 'Import zod/mini', from('zod'), from('zod/v4'), from('zod/v4/mini'));
  may(file, from('zod/mini'));
}
for (const file of [
  'prep/a.ts',
  'storage/a.ts',
  'storage/words.ts',
  'components/a.tsx',
  'entrypoints/background/index.ts',
  'entrypoints/calendar.content/reader/a.ts',
  'entrypoints/options/a.tsx',
]) {
  never(file, 'This is shipped', from('node:fs'));
  never(file, 'Do not use the global', `fetch('https://example.com');`, 'new WebSocket(address);');
}
for (const file of ['storage/a.ts', 'components/a.tsx', 'entrypoints/background/index.ts']) {
  never(file, 'Do not use the global', 'chrome.tabs.query({});', 'browser.tabs.query({});');
}

// The pure core.
never('prep/a.ts', 'prep/ is pure: take the records', from('dexie'), from('dexie/dist/modern/dexie.mjs'));
never('prep/a.ts', 'prep/ is pure: return values', from('preact'), from('preact/hooks'));
never('prep/a.ts', 'prep/ is pure: no browser.', from('wxt/browser'), from('wxt/utils/storage'));
never('prep/records/a.ts', 'prep/ is pure: zod/mini', from('../../storage/formats/ics.ts'));
never('prep/a.ts', 'prep/ is pure: zod/mini', from('../components/ui/Icon.tsx'), from('../entrypoints/a.ts'));
never('prep/a.ts', 'prep/read-date.ts alone', from('chrono-node'));
never(
  'prep/a.ts',
  'prep/ is pure: take the time',
  'export const a = new Date();',
  'export const b = Date.now();',
);
never('prep/a.ts', 'prep/ is pure: take the time', 'export const c = Math.random();');
never('prep/read-date.ts', 'prep/ is pure: take the time', 'export const a = new Date();');
for (const name of [
  'chrome.runtime.id',
  'browser.runtime',
  'document.body',
  'window.name',
  'navigator.language',
])
  never('prep/a.ts', 'Do not use the global', `export const a = ${name};`);
may('prep/a.ts', from('./days.ts'), from('zod/mini'), 'export const d = (now: string) => new Date(now);');
may('prep/read-date.ts', from('chrono-node'));

// Where it is kept.
never('storage/a.ts', 'Import dexie: the build', from('dexie/dist/dexie.mjs'));
never('storage/formats/a.ts', 'storage/ draws nothing', from('preact'), from('preact/hooks'));
never('storage/formats/a.ts', 'storage/ imports prep/', from('../../components/ui/Icon.tsx'));
never('storage/current-event.ts', 'storage/ imports prep/', from('../entrypoints/background/panel.ts'));
may('storage/a.ts', from('dexie'), from('../prep/days.ts'), from('./db.ts'), from('wxt/browser'));

// What of it runs in the calendar page.
for (const file of ['storage/messages.ts', 'storage/words.ts']) {
  never(file, 'This file is in the content script: no database', from('dexie'));
  never(file, 'This file is in the content script: it has', from('zod/mini'), from('zod'));
  never(file, 'This file is in the content script: prep/', from('./db.ts'), from('./formats/ics.ts'));
  never(file, 'The content script has no room', `import { receive } from './message-contract.ts';`);
  never(file, 'The content script has no room', `export { receive } from './message-contract.ts';`);
}
may(
  'storage/messages.ts',
  `import type { Reply } from './message-contract.ts';`,
  `export type { Card } from './message-contract.ts';`,
  from('wxt/browser'),
);

// The surfaces.
never('components/ui/a.tsx', 'Read and write through', from('dexie'), from('dexie/dist/dexie.mjs'));
never('components/ui/a.tsx', 'Reach the browser', from('wxt/browser'));
never('components/ui/a.tsx', 'components/ never know', from('../../entrypoints/popup/main.tsx'));
for (const file of ['db', 'messages', 'message-contract'])
  never('components/ui/a.tsx', 'Use the module of the table', from(`../../storage/${file}.ts`));
may('components/ui/a.tsx', from('preact/hooks'), from('../../storage/people.ts'), from('../../prep/days.ts'));

// The script in the calendar page.
const inPage = 'entrypoints/calendar.content/marks/a.ts';
never(inPage, "A content script's database", from('dexie'));
never(inPage, 'The content script stays under', from('preact'), from('../../../components/ui/Icon.tsx'));
never(
  inPage,
  'Only storage/messages.ts',
  from('../../../storage/db.ts'),
  from('../../../storage/message-contract.ts'),
);
never(inPage, 'Only storage/messages.ts', from('../../../storage/formats/ics.ts'));
never(inPage, 'The content script has no room for zod', from('zod/mini'), from('zod'));
never(
  inPage,
  'The content script has no room for a schema',
  `import { person } from '../../../prep/records/person.ts';`,
);
never(
  inPage,
  'The content script has no room for a schema',
  `import { eventSchema } from '../../../prep/calendar-event.ts';`,
);
never(inPage, 'An entrypoint knows', from('../../background/panel.ts'), from('../../options/main.tsx'));
may(
  inPage,
  from('../../../storage/messages.ts'),
  from('../../../storage/words.ts'),
  from('../../../prep/page-text.ts'),
  from('wxt/browser'),
  from('../reader/text.ts'),
  `import type { Person } from '../../../prep/records/person.ts';`,
);

// The worker, and the pages.
never('entrypoints/background/index.ts', 'Use a module of storage/', from('dexie'));
never(
  'entrypoints/background/index.ts',
  'The worker draws',
  from('preact'),
  from('../../components/ui/Icon.tsx'),
);
never(
  'entrypoints/background/index.ts',
  'An entrypoint knows',
  from('../calendar.content/run.ts'),
  from('../popup/main.tsx'),
);
may(
  'entrypoints/background/index.ts',
  from('../../storage/db.ts'),
  from('../../storage/message-contract.ts'),
);
for (const page of ['sidepanel', 'popup', 'options']) {
  const file = `entrypoints/${page}/main.tsx`;
  const other = page === 'popup' ? 'options' : 'popup';
  never(file, 'Use a module of storage/', from('dexie'));
  never(file, 'Reach the browser', from('wxt/browser'));
  never(file, 'A page opens the database', `import { db } from '../../storage/db.ts';`);
  never(
    file,
    'Messages are for',
    from('../../storage/messages.ts'),
    from('../../storage/message-contract.ts'),
  );
  never(file, 'An entrypoint knows', from(`../${other}/main.tsx`), from('../background/panel.ts'));
  never(file, 'An entrypoint knows', from('../calendar.content/reader/text.ts'));
  may(
    file,
    `import { openDatabase } from '../../storage/db.ts';`,
    from('../../components/options/Options.tsx'),
  );
}

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
}

let told: Map<string, string[]>;

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
  const files = new Map<string, string[]>();
  for (const [file, line] of [...wrong, ...right]) files.set(file, [...(files.get(file) ?? []), line]);
  for (const [file, lines] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), lines.join('\n'));
  }
  told = lint(files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of each line, by file and line. */
function lint(files: Map<string, string[]>): Map<string, string[]> {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  let output: string;
  try {
    output = execFileSync(join(root, 'node_modules/.bin/biome'), args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64_000_000,
    });
  } catch (error) {
    // It found something: it should.
    output = (error as { stdout: string }).stdout;
  }
  const all = new Map<string, string[]>();
  for (const { category, message, location } of (JSON.parse(output) as { diagnostics: Diagnostic[] })
    .diagnostics) {
    if (!/^(plugin|lint\/style\/noRestricted)/.test(category)) continue;
    const key = `${location.path} ${files.get(location.path)?.[location.start.line - 1]}`;
    all.set(key, [...(all.get(key) ?? []), message]);
  }
  return all;
}

test.each(wrong)('%s never: %s', (file, line, answer) => {
  expect(told.get(`${file} ${line}`)?.join('\n')).toContain(answer);
});

test.each(right)('%s may: %s', (file, line) => {
  expect(told.get(`${file} ${line}`)).toBeUndefined();
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { build } from 'vite';
import { type Chromium, idOf, startChromium, type Tab, until } from './chromium.ts';
import type { Line } from './figures.ts';

/*
 * Backup and restore of a database of 100,000 records, and a key press until it is on the disk, in a page of an
 * extension. dexie-export-import exports and imports the same database in turn with ours. Ours packs, reads back what it wrote, checks
 * each record by its schema, and restores in one transaction; theirs does none of it.
 */

const RUNS = Number(process.env.BENCH_BACKUPS ?? 3);
const RECORDS = Number(process.env.BENCH_RECORDS ?? 100_000);
const KEYS = 100;

/** Measures in a browser of its own. @returns the lines of the table, and what cannot be judged by a ratio of times */
export async function measureBackup(
  folder: string,
): Promise<{ lines: Line[]; notes: string[]; over: boolean }> {
  const extension = join(folder, 'backup');
  await makeExtension(extension);
  const chromium = startChromium(join(folder, 'backup-profile'), [extension]);
  try {
    return await measure(chromium, idOf(extension));
  } finally {
    await chromium.close();
  }
}

async function measure(chromium: Chromium, id: string) {
  const tab = await chromium.tab(`chrome-extension://${id}/page.html`);
  await until('the page', () => tab.evaluate<boolean>(`document.title === 'ready'`));
  const run = <T>(call: string) => tab.evaluate<T>(`bench.${call}`);

  const few = await run<number>('seed(12_000)');
  const keysFew = await run<{ ours: number[]; raw: number[] }>(`keys(${KEYS})`);
  const half = await series(tab, RECORDS / 2, 1);
  const whole = await series(tab, RECORDS, RUNS);
  const keysMany = await run<{ ours: number[]; raw: number[] }>(`keys(${KEYS})`);
  const sizes = await run<{ ours: number; theirs: number }>('sizes()');

  const heaps = (['exportOurs', 'importOurs'] as const).map((name) => ({
    name,
    half: half.heap[name],
    whole: whole.heap[name],
  }));
  const theirs = (runs: readonly number[]) => ({ name: 'dexie-export-import', runs });
  const raw = (runs: readonly number[]) => ({ name: 'raw strict put', runs });
  const lines: Line[] = [
    {
      name: `backup, ${whole.records} records`,
      runs: whole.exportOurs,
      against: theirs(whole.exportTheirs),
      limit: 1 / 1.5,
    },
    {
      name: `restore, ${whole.records} records`,
      runs: whole.importOurs,
      against: theirs(whole.importTheirs),
      limit: 1 / 1.05,
    },
    { name: `key to disk, ${few} records`, runs: keysFew.ours, against: raw(keysFew.raw), limit: 1.5 },
    {
      name: `key to disk, ${whole.records} records`,
      runs: keysMany.ours,
      against: raw(keysMany.raw),
      limit: 1.5,
    },
  ];
  const grown = heaps.map(({ half: few, whole: many }) => many / Math.max(few, 10));
  const over = grown.some((times) => times > 1.5);
  const notes = [
    `heap of scripts in use at most, MB, with ${half.records} and with ${whole.records} records:`,
    ...heaps.map(({ name, half: few, whole: many }) => `  ${name} ${few.toFixed(0)}, ${many.toFixed(0)}`),
    over ? 'OVER: it grows with the records' : 'ok: it does not grow with the records',
    `file, MB: ours ${(sizes.ours / 1e6).toFixed(1)}, dexie-export-import ${(sizes.theirs / 1e6).toFixed(1)}`,
  ];
  return { lines, notes, over };
}

/** All four in turn, the order turned round each time; the first round warms up and is not counted. */
async function series(tab: Tab, records: number, runs: number) {
  const names = ['exportOurs', 'exportTheirs', 'importOurs', 'importTheirs'] as const;
  const told = { exportOurs: [], exportTheirs: [], importOurs: [], importTheirs: [] } as Record<
    (typeof names)[number],
    number[]
  >;
  const seeded = await tab.evaluate<number>(`bench.seed(${records})`);
  for (let run = 0; run <= runs; run += 1) {
    const [a, b, c, d] = names;
    for (const name of run % 2 === 0 ? [a, b, c, d] : [b, a, d, c]) {
      const ms = await tab.evaluate<number>(`bench.${name}()`);
      if (run > 0) told[name].push(ms);
    }
  }
  const heap = {
    exportOurs: await mostHeap(tab, 'exportOurs'),
    importOurs: await mostHeap(tab, 'importOurs'),
  };
  return { records: seeded, heap, ...told };
}

/** Runs once more, collecting garbage all the time. @returns by how many MB the heap in use grew at most */
async function mostHeap(tab: Tab, name: string): Promise<number> {
  const used = async () => {
    await tab.send('HeapProfiler.collectGarbage');
    return (await tab.send<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  const before = await used();
  let most = 0;
  let running = true;
  const run = tab.evaluate(`bench.${name}()`).finally(() => {
    running = false;
  });
  while (running) {
    most = Math.max(most, (await used()) - before);
    await scheduler.wait(100);
  }
  await run;
  return most;
}

/** An extension of one page with the measured code in it, built as the release is. */
async function makeExtension(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    build: {
      target: 'esnext',
      outDir: folder,
      lib: { entry: join(import.meta.dirname, 'backup-page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Bench',
      version: '1',
      permissions: ['storage', 'unlimitedStorage'],
    }),
  );
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><html lang="en"><head><title>Bench</title><script type="module" src="/page.js"></script></head></html>',
  );
}

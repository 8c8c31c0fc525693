import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { backupText } from '../../fixtures/backups.ts';
import { aFact } from '../../fixtures/records.ts';
import { portion } from '../../setup/portion.ts';

/*
 * What reading a hostile file holds at its worst: the peak of a process that does nothing else, its heap and all beside it. The heap may
 * have HEAP at most, so that what is no longer needed is not counted, and who needs more does not come to an end.
 */

const MEMORY = 200_000_000;
const HEAP = 96;
const COUNT = portion(20_000, 1_000);
const SWOLLEN = 260_000_000;

const folder = mkdtempSync(join(tmpdir(), 'peerside-bombs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(import.meta.dirname, '../../fixtures/memory.ts');
const run = promisify(execFile);

async function readingOf(...args: string[]): Promise<{ came: string; grew: number }> {
  const limits = [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=4'];
  const { stdout } = await run(process.execPath, [...limits, '--no-warnings', program, ...args]);
  return JSON.parse(stdout);
}

const good = backupText({ facts: [aFact()] });
const head = good.slice(0, good.indexOf('{"id"'));
const fat = `${JSON.stringify({ ...aFact(), padding: ' '.repeat(1_000_000) })}\n`;

/** A small file of 260 MB: `part` again and again after the beginning of a backup. */
async function bomb(name: string, part: string): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  function* parts() {
    yield head;
    for (let bytes = 0; bytes < SWOLLEN; bytes += part.length) yield part;
  }
  await pipeline(Readable.from(parts()), createGzip(), createWriteStream(path));
  expect(statSync(path).size).toBeLessThan(2_000_000);
  return path;
}

const bombs = [
  ['records that are fat', fat, 'swells'],
  ['a line without an end', ' '.repeat(1_000_000), 'damaged'],
] as const;

// Ten seconds of both cores: npm run check, which is to be over within a minute, leaves them to npm test.
describe.skipIf(process.env.PEERSIDE_FEW)('memory', { timeout: 240_000 }, () => {
  test.each(bombs)('a file that swells to 260 MB is stopped in time: %s', async (name, part, fault) => {
    const { came, grew } = await readingOf('bomb', await bomb(name, part));
    expect(came).toBe(fault);
    expect(grew).toBeLessThan(MEMORY);
  });

  test('and read without the caps it is seen to hold more', async () => {
    const [[name, part]] = bombs;
    const { grew } = await readingOf('uncapped', await bomb(name, part));
    expect(grew).toBeGreaterThan(MEMORY);
  });

  test.each(['backups', 'formats'])(`${COUNT} damaged or hostile %s hold less than 200 MB`, async (kind) => {
    const seed = String(Math.floor(Math.random() * 1e9));
    const { came, grew } = await readingOf(kind, String(COUNT), seed);
    expect([came, `seed ${seed}`]).toEqual(['read', `seed ${seed}`]);
    expect(grew).toBeLessThan(MEMORY);
  });
});

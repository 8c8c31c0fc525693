import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { BackupError } from '../../../prep/backup/faults.ts';
import { BackupReader } from '../../../prep/backup/format.ts';
import { Lines } from '../../../prep/backup/lines.ts';
import { RECORDS } from '../../../prep/backup/tables.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { writeBackup } from '../../../storage/backup/write.ts';
import { db } from '../../../storage/db.ts';
import { addSamplePeople } from '../../../storage/sample.ts';

import { mutated, place } from '../../fixtures/damaged-backups.ts';

import { portion } from '../../setup/portion.ts';

/* Backups changed at random: a clear error or records that are what their tables hold, and never anything else. */

const TEXTS = portion(98_000, 2_000);
const FILES = portion(2_000, 60);

let good = '';
let bytes = new Uint8Array();

beforeAll(async () => {
  await addSamplePeople(new Date('2026-11-19T14:00:00Z'));
  const { blob } = await writeBackup({ now: new Date('2026-11-19T14:00:00Z') });
  good = await new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  bytes = new Uint8Array(await blob.arrayBuffer());
});

function readAll(text: string): void {
  const reader = new BackupReader(db.verno);
  const lines = new Lines();
  const batches = [...reader.read(lines.take(text)), ...reader.read(lines.rest())];
  reader.end();
  for (const { table, records } of batches) {
    for (const record of records) {
      expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
      const { updatedAt: _, ...settings } = record;
      expect(RECORDS[table].safeParse(table === 'settings' ? settings : record).success).toBe(true);
    }
  }
}

const clean = () => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
};

test(
  `${TEXTS} changed contents are read or refused, each within a second`,
  () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (mutate) => {
        const started = process.cpuUsage();
        try {
          readAll(mutate(good));
        } catch (error) {
          if (!(error instanceof BackupError)) throw error;
          refused += 1;
        }
        clean();
        const { user, system } = process.cpuUsage(started);
        expect(user + system).toBeLessThan(1_000_000);
      }),
      { numRuns: TEXTS },
    );
    // Most are damaged; not all, or nothing was tried of what is read.
    expect(refused).toBeGreaterThan(TEXTS / 4);
    expect(refused).toBeLessThan(TEXTS);
  },
  60_000 + TEXTS * 30,
);

test(
  `${FILES} changed files leave the database as it was`,
  async () => {
    const counts = () =>
      Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.count()));
    const before = await counts();
    const file = fc.oneof(
      mutated.map((mutate) => () => gzipSync(mutate(good))),
      fc
        .array(fc.record({ at: place, to: fc.nat(255) }), { minLength: 1, maxLength: 8 })
        .map((flips) => () => {
          const copy = bytes.slice();
          for (const { at, to } of flips) copy[Math.floor(at * copy.length)] = to;
          return copy;
        }),
      place.map((at) => () => bytes.slice(0, Math.floor(at * bytes.length))),
      fc.uint8Array({ maxLength: 300 }).map((some) => () => some),
    );
    await fc.assert(
      fc.asyncProperty(file, async (make) => {
        const error = await stage(new Blob([Uint8Array.from(make())])).catch((thrown: unknown) => thrown);
        if (error instanceof Error) {
          expect(error).toBeInstanceOf(BackupError);
        }
        expect(await counts()).toEqual(before);
        clean();
      }),
      { numRuns: FILES },
    );
  },
  60_000 + FILES * 300,
);

// @vitest-environment node
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
import { anyText } from '../../fixtures/any-text.ts';

/* Backups changed at random: a clear error or records that are what their tables hold, and never anything else. */

const FULL = process.env.PEERSIDE_FULL !== undefined;
const TEXTS = FULL ? 98_000 : 2_000;
const FILES = FULL ? 2_000 : 60;

let good = '';
let bytes = new Uint8Array();

beforeAll(async () => {
  await addSamplePeople(new Date('2026-11-19T14:00:00Z'));
  const { blob } = await writeBackup({ now: new Date('2026-11-19T14:00:00Z') });
  good = await new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  bytes = new Uint8Array(await blob.arrayBuffer());
});

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const HOSTILE = [
  '__proto__',
  '"',
  '{',
  '}',
  '[',
  ']',
  '\n',
  '\\',
  '\u0000',
  '1e999',
  'null',
  '{"__proto__":{"polluted":1}}',
  '["end",{}]\n',
  '-',
  '\ud800',
  '9'.repeat(400),
];
/** A change of a text: something taken out, put in, doubled or moved. */
const change = fc.record({
  at: place,
  length: fc.nat(300),
  what: fc.constantFrom('cut', 'put', 'double', 'end', 'swap'),
  with: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 20 }), fc.json()),
});

function changed(
  text: string,
  { at, length, what, with: put }: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  const from = Math.floor(at * text.length);
  const part = text.slice(from, from + length);
  if (what === 'cut') return text.slice(0, from) + text.slice(from + length);
  if (what === 'put') return text.slice(0, from) + put + text.slice(from);
  if (what === 'double') return text.slice(0, from) + part + part + text.slice(from + length);
  if (what === 'end') return text.slice(0, from);
  return text.slice(from + length) + part + text.slice(0, from);
}

/** Values for members of records, so that the JSON stays whole and only its meaning is odd. */
const member = fc.record({
  at: place,
  value: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(...HOSTILE),
    fc.constant({ ['__proto__']: { polluted: 1 } }),
  ),
  key: fc.constantFrom(
    'id',
    'text',
    'updatedAt',
    'personIds',
    'stances',
    '__proto__',
    'constructor',
    'extra',
  ),
});

function withMember(text: string, { at, value, key }: { at: number; value: unknown; key: string }): string {
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  const line = lines[index] ?? '';
  if (line.startsWith('{'))
    lines[index] = `{${JSON.stringify(key)}:${JSON.stringify(value)},${line.slice(1)}`;
  return lines.join('\n');
}

const mutated = fc.oneof(
  fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => (text: string) => changes.reduce(changed, text)),
  fc
    .array(member, { minLength: 1, maxLength: 5 })
    .map((members) => (text: string) => members.reduce(withMember, text)),
  anyText(400).map((text) => () => text),
);

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

// @vitest-environment node
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { previewRestore, restore } from '../../../storage/backup/restore.ts';
import { stage, unstage } from '../../../storage/backup/stage.ts';
import { writeBackup } from '../../../storage/backup/write.ts';
import { db } from '../../../storage/db.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;

async function fill(): Promise<void> {
  for (const [table, rows] of Object.entries(dump.rows)) {
    if (table !== 'meta') await db.table(table).bulkPut(rows);
  }
}

async function content(): Promise<Record<string, unknown[]>> {
  const all = await Promise.all(
    db.tables
      .filter(({ name }) => name !== 'meta')
      .map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(all);
}

const clear = () => Promise.all(db.tables.map((table) => table.clear()));
beforeEach(clear);

describe('export and import', () => {
  test.each([undefined, 'correct horse'])('give back the same rows, passphrase %s', async (passphrase) => {
    await fill();
    const before = await content();
    const { blob, locked } = await writeBackup({ passphrase });
    expect(locked).toBe(passphrase !== undefined);
    await clear();
    const staged = await stage(blob, passphrase);
    expect(staged.oddCount).toBe(0);
    const preview = await previewRestore(staged, 'merge');
    expect(await db.notes.count()).toBe(0);
    expect(await restore(staged, 'merge')).toEqual(preview);
    await unstage();
    expect(await content()).toEqual(before);
  });
});

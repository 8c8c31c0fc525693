import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rescueCopy } from '../../../storage/backup/rescue.ts';
import { restore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { db, openDatabase, PeersideDatabase } from '../../../storage/db.ts';
import { clearTrouble, databaseTrouble } from '../../../storage/db-trouble.ts';
import { addFact } from '../../../storage/facts.ts';
import { type Dump, loadDump, writeDump } from '../../fixtures/dumps/dump.ts';

const dump = (version: number) =>
  JSON.parse(readFileSync(`tests/fixtures/dumps/v${version}.json`, 'utf8')) as Dump;
const OTHER = 'an upgrade that fails';

const forget = async () => {
  db.close();
  await Promise.all([Dexie.delete('peerside'), Dexie.delete(OTHER)]);
  clearTrouble();
};
beforeEach(forget);
afterEach(forget);

test('a database that a newer version has written is neither read nor written, and a copy of it can be saved', async () => {
  const newer = { ...dump(2), version: (db.verno + 1) * 10 };
  await loadDump(newer, 'peerside');
  await openDatabase();
  expect(databaseTrouble()?.kind).toBe('newer');
  await expect(addFact('steve', 'Written by old code')).rejects.toThrow();
  await expect(db.facts.count()).rejects.toThrow();
  expect(await writeDump('peerside')).toEqual(newer);
  const { name, blob } = await rescueCopy();
  expect(name).toMatch(/^peerside-.*\.peerside$/);
  expect(await writeDump('peerside')).toEqual(newer);
  await forget();
  await openDatabase();
  // The newer code opens it; this one says that it is of a newer.
  await expect(stage(blob)).rejects.toThrow('newer');
});

test('an upgrade that throws leaves all as it was, and the rescue copy holds every record of before', async () => {
  await loadDump(dump(1), OTHER);
  const before = await writeDump(OTHER);
  class Failing extends PeersideDatabase {
    constructor() {
      super(OTHER);
      this.version(99)
        .stores({ facts: 'id, personId, text' })
        .upgrade(async (old) => {
          await old.table('notes').clear();
          throw new Error('an upgrade with a fault');
        });
    }
  }
  await expect(new Failing().open()).rejects.toThrow('an upgrade with a fault');
  expect(await writeDump(OTHER)).toEqual(before);
  const { blob } = await rescueCopy(new Date(), OTHER);
  await openDatabase();
  const staged = await stage(blob);
  expect(staged.oddCount).toBe(0);
  await restore(staged, 'merge');
  for (const [table, rows] of Object.entries(before.rows))
    if (table !== 'meta') expect(await db.table(table).count(), table).toBe(rows.length);
});

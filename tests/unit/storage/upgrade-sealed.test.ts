import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { db, PeersideDatabase } from '../../../storage/db.ts';
import { lockNow } from '../../../storage/lock.ts';
import { lockDoor, readySealer, useSealer } from '../../../storage/lock-door.ts';
import { putLockOn, unlock } from '../../../storage/lock-rewrite.ts';
import { upgradeRows } from '../../../storage/upgrade-rows.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';
import '../../setup/few-rounds.ts';
import '../../setup/no-waiting.ts';

/* A later version of the database, which gives notes a field and an index on another, meets rows that are sealed. */

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;

class Later extends PeersideDatabase {
  constructor(fail?: string) {
    super('peerside');
    this.version(3)
      .stores({ notes: 'id, meetingId, expiresOn, updatedAt, *timeline, kind' })
      .upgrade((old) =>
        upgradeRows(old, {
          notes: (row) => {
            if (fail) throw new Error(fail);
            row.starred = false;
          },
        }),
      );
    this.use({ stack: 'dbcore', level: -2, create: lockDoor });
    this.on('ready', () => readySealer(), true);
  }
}

/** What lies on the disk, and its version. */
async function lying(): Promise<{ version: number; rows: Record<string, unknown[]> }> {
  const plain = await new Dexie('peerside').open();
  const rows = await Promise.all(plain.tables.map(async (one) => [one.name, await one.toArray()]));
  const version = plain.verno;
  plain.close();
  return { version, rows: Object.fromEntries(rows) };
}

const shut = async () => {
  await lockNow();
  useSealer(undefined);
};

beforeEach(async () => {
  useSealer(undefined);
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  db.close({ disableAutoOpen: false });
  await Dexie.delete('peerside');
  for (const [name, rows] of Object.entries(dump.rows)) await db.table(name).bulkPut(rows);
  await putLockOn('correct horse', 0);
  db.close({ disableAutoOpen: false });
});

test('an upgrade waits for the passphrase, and changes nothing until then', async () => {
  await shut();
  const before = await lying();
  const later = new Later();
  await expect(later.open()).rejects.toThrow('locked');
  later.close();
  expect(await lying()).toEqual(before);
  expect(before.version).toBe(2);
});

test('after the passphrase rows are changed and sealed again, with the keys of new indexes', async () => {
  await shut();
  const early = new Later();
  await early.open().catch(() => undefined);
  early.close();
  expect(await unlock('correct horse')).toBe(true);
  // As a page that begins anew: it has not opened anything yet.
  const later = new Later();
  const notes = (await later.notes.toArray()) as unknown as Record<string, unknown>[];
  expect(notes).toEqual(dump.rows.notes?.map((row) => Object.assign({}, row, { starred: false })));
  expect(await later.table('notes').where('kind').equals('said').count()).toBe(
    dump.rows.notes?.filter((row) => (row as { kind: string }).kind === 'said').length,
  );
  expect(await later.people.toArray()).toEqual(dump.rows.people);
  later.close();
  const { version, rows } = await lying();
  expect(version).toBe(3);
  expect(rows.notes?.every((row) => 'sealed' in (row as object) && 'kind' in (row as object))).toBe(true);
  expect(JSON.stringify(rows.notes)).not.toContain('"text"');
});

test('one that fails in the middle leaves every row sealed and whole', async () => {
  const before = await lying();
  const later = new Later('no');
  await expect(later.open()).rejects.toThrow('no');
  later.close();
  expect(await lying()).toEqual(before);
  expect(await db.notes.toArray()).toEqual(dump.rows.notes);
});

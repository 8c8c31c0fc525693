import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import type { BackupFault } from '../../../prep/backup/faults.ts';
import { copyToFolder, type Folder } from '../../../storage/backup/folder.ts';
import { previewRestore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { db } from '../../../storage/db.ts';
import { lockNow } from '../../../storage/lock.ts';
import { useSealer } from '../../../storage/lock-door.ts';
import { changePassphrase, putLockOn } from '../../../storage/lock-rewrite.ts';
import { checkSentinel, knownBackups, readSentinel } from '../../../storage/sentinel.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';
import '../../setup/few-rounds.ts';
import '../../setup/no-waiting.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;

/** A folder as the browser hands it out, in memory. */
function folder(): { folder: Folder; files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  const handle = (name: string) => ({
    createWritable: async () => {
      const parts: Blob[] = [];
      return {
        write: async (part: Blob) => void parts.push(part),
        close: async () => void files.set(name, new Blob(parts)),
      };
    },
    getFile: async () => files.get(name),
  });
  const made = {
    getFileHandle: async (name: string) => handle(name),
    removeEntry: async (name: string) => void files.delete(name),
    keys: async function* () {
      yield* [...files.keys()];
    },
  };
  return { folder: made as unknown as Folder, files };
}

const textOf = async (blob: Blob) => new TextDecoder('latin1').decode(await blob.arrayBuffer());
const faultOf = (file: Blob, passphrase?: string): Promise<BackupFault['kind'] | 'opened'> =>
  stage(file, passphrase).then(
    () => 'opened',
    (error) => error.fault?.kind ?? error,
  );

beforeEach(async () => {
  useSealer(undefined);
  await browser.storage.session.clear();
  db.close({ disableAutoOpen: false });
  await Dexie.delete('peerside');
  for (const [name, rows] of Object.entries(dump.rows)) await db.table(name).bulkPut(rows);
});

describe('copies to a folder', () => {
  test('are plain without a lock, the last ten are kept, and those that are there are known', async () => {
    await checkSentinel();
    const { folder: picked, files } = folder();
    for (let day = 1; day <= 12; day += 1)
      await copyToFolder(picked, new Date(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`));
    expect(files.size).toBe(10);
    const known = knownBackups(await readSentinel()).map(({ name }) => name);
    expect(known).toEqual([...files.keys()]);
    expect(await faultOf([...files.values()][0] as Blob)).toBe('opened');
  });

  test('are sealed with the lock, and open with the passphrase of their day, anywhere', async () => {
    const { folder: picked, files } = folder();
    await putLockOn('correct horse', 0);
    await copyToFolder(picked, new Date('2026-11-20T09:00:00.000Z'));
    await changePassphrase('correct horse', 'battery staple');
    await copyToFolder(picked, new Date('2026-11-21T09:00:00.000Z'));
    const [first, second] = [...files.values()] as [Blob, Blob];
    for (const file of [first, second]) expect(await textOf(file)).not.toMatch(/Steve|"table"/);
    expect((await readSentinel())?.lastBackup).toMatchObject({ locked: true });

    // Another browser: no lock, no session.
    await browser.storage.local.clear();
    await browser.storage.session.clear();
    useSealer(undefined);
    db.close({ disableAutoOpen: false });
    await Dexie.delete('peerside');
    expect(await faultOf(first)).toBe('locked');
    expect(await faultOf(first, 'battery staple')).toBe('passphrase');
    expect(await faultOf(second, 'correct horse')).toBe('passphrase');
    for (const [file, passphrase] of [
      [first, 'correct horse'],
      [second, 'battery staple'],
    ] as const) {
      const staged = await stage(file, passphrase);
      expect(staged.locked).toBe(true);
      expect((await previewRestore(staged, 'merge')).people).toMatchObject({
        fresh: dump.rows.people?.length,
      });
    }
    const bytes = new Uint8Array(await second.arrayBuffer());
    for (const at of [9, 20, 60, 125, 140, 200, bytes.length - 1]) {
      const torn = bytes.slice();
      torn[at] = (torn[at] ?? 0) ^ 0x40;
      expect(await faultOf(new Blob([torn]), 'battery staple'), `byte ${at}`).toMatch(/damaged|lock-unknown/);
    }
  });

  test('are not made while the lock is shut', async () => {
    const { folder: picked, files } = folder();
    await putLockOn('correct horse', 0);
    await lockNow();
    useSealer(undefined);
    db.close({ disableAutoOpen: false });
    await expect(copyToFolder(picked)).rejects.toThrow();
    expect(files.size).toBe(0);
  });
});

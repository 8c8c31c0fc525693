import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { stage } from '../../../storage/backup/stage.ts';
import { db, openDatabase } from '../../../storage/db.ts';
import { databaseTrouble } from '../../../storage/db-trouble.ts';
import { takeSlot } from '../../../storage/draft-slots.ts';
import { readDraft, writeDraft } from '../../../storage/drafts.ts';
import { deleteEverything } from '../../../storage/forget-all.ts';
import { keepSelection } from '../../../storage/kept-selection.ts';
import { isLocked, keepKey, lockNow, noteUse, readLock } from '../../../storage/lock.ts';
import { useSealer } from '../../../storage/lock-door.ts';
import {
  changePassphrase,
  putLockOn,
  rewrite,
  setLockMinutes,
  takeLockOff,
  unlock,
} from '../../../storage/lock-rewrite.ts';
import { hasLock } from '../../../storage/lock-there.ts';
import { freshState, loadStored, storeWhole } from '../../../storage/search-store.ts';
import { listSnapshots, openSnapshot, takeSnapshot } from '../../../storage/snapshots.ts';
import { keepUnsaved } from '../../../storage/unsaved.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';
import '../../setup/few-rounds.ts';
import '../../setup/no-waiting.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;
const content = async () =>
  Object.fromEntries(await Promise.all(db.tables.map(async (one) => [one.name, await one.toArray()])));
const OPEN = /Steve|José|example\.com|cello|hotfix|typed before|typed after|not saved/i;

/** All that lies on the disk, as text. */
async function lying(): Promise<string> {
  const texts = [JSON.stringify(await browser.storage.local.get(null))];
  for (const name of ['peerside', 'peerside-search']) {
    const plain = await new Dexie(name).open();
    for (const table of plain.tables) texts.push(JSON.stringify(await table.toArray()));
    plain.close();
  }
  return texts.join('\n');
}

/** As after a restart of the browser: the session is gone, and every page begins anew. */
async function restart(): Promise<void> {
  await browser.storage.session.clear();
  useSealer(undefined);
  db.close({ disableAutoOpen: false });
}

beforeEach(async () => {
  useSealer(undefined);
  db.close({ disableAutoOpen: false });
  await Dexie.delete('peerside');
  for (const [name, rows] of Object.entries(dump.rows)) await db.table(name).bulkPut(rows);
  await storeWhole({
    state: freshState(new Date()),
    chunks: [{ id: 'a', table: 'notes', text: 'Steve' } as never],
  });
});

describe('a lock', () => {
  test('shut: a database that is opened ahead of it stays shut without complaint, and opens once it lets in', async () => {
    await putLockOn('correct horse', 15, () => {});
    await restart();
    const { promise: letIn, resolve } = Promise.withResolvers<void>();
    const opening = openDatabase(hasLock(), letIn);
    await expect(db.people.count()).rejects.toThrow(/locked/i);
    expect([db.isOpen(), databaseTrouble()]).toEqual([false, undefined]);
    await openDatabase(hasLock());
    expect(databaseTrouble()?.kind).toBe('failed');
    await unlock('correct horse');
    resolve();
    await opening;
    expect([db.isOpen(), databaseTrouble()]).toEqual([true, undefined]);
    expect(await db.people.count()).toBeGreaterThan(0);
  });

  test('put on: nothing lies open; it shuts with the browser, opens with its passphrase alone, and is taken off again', async () => {
    await writeDraft('popup', { text: 'typed before' });
    await takeSnapshot('time');
    const before = await content();
    expect(await lying()).toMatch(OPEN);
    const steps: number[] = [];
    await putLockOn('correct horse', 15, (done) => steps.push(done));
    expect(steps.length).toBeGreaterThan(5);
    await writeDraft('capture', { text: 'typed after' });
    const place = await takeSlot('capture', (draft) => draft, 'empty');
    await place?.keep({ text: 'typed after, beside it' });
    await place?.free();
    await keepUnsaved({ kind: 'words', of: { table: 'topics', id: 'x' }, text: 'not saved' });
    expect(await lying()).not.toMatch(OPEN);
    expect(await content()).toEqual(before);
    expect(await readDraft('popup')).toEqual({ text: 'typed before' });
    expect(
      (await stage((await openSnapshot((await listSnapshots())[0]?.id ?? '')) as Blob)).counts.people,
    ).toBe(2);

    await restart();
    expect(await isLocked()).toBe(true);
    await expect(db.people.toArray()).rejects.toThrow();
    await expect(readDraft('popup')).rejects.toThrow();
    expect(await unlock('wrong horse')).toBe(false);
    expect(await isLocked()).toBe(true);
    expect(await unlock('correct horse')).toBe(true);
    db.close({ disableAutoOpen: false });
    expect(await content()).toEqual(before);

    await takeLockOff();
    expect(await readLock()).toBeUndefined();
    await restart();
    expect(await content()).toEqual(before);
    expect(await readDraft('capture')).toEqual({ text: 'typed after' });
    expect(await readDraft('capture 2')).toEqual({ text: 'typed after, beside it' });
    expect(await lying()).toMatch(/Steve Tan/);
  }, 20_000);

  test('interrupted while it is put on, or taken off, it is locked, loses nothing and goes on', async () => {
    const before = await content();
    for (const act of [(stop: () => void) => putLockOn('correct horse', 0, stop), takeLockOff]) {
      let told = 0;
      await act(() => {
        told += 1;
        if (told === 4) throw new Error('the browser was killed');
      }).catch(() => undefined);
      const kind = (await readLock())?.rewriting;
      expect(kind).not.toBeNull();
      await restart();
      expect(await isLocked()).toBe(true);
      await unlock('correct horse');
      await rewrite();
      expect(await content()).toEqual(before);
      if (kind === 'seal') expect(await lying()).not.toMatch(OPEN);
    }
    expect(await readLock()).toBeUndefined();
  }, 20_000);

  test('another passphrase opens the same data, and the old one no longer', async () => {
    await putLockOn('correct horse', 0);
    expect(await changePassphrase('wrong', 'battery staple')).toBe(false);
    expect(await changePassphrase('correct horse', 'battery staple')).toBe(true);
    await restart();
    expect(await unlock('correct horse')).toBe(false);
    expect(await unlock('battery staple')).toBe(true);
    expect(await db.people.count()).toBe(2);
  }, 20_000);

  test('shuts after a rest, and by hand', async () => {
    await putLockOn('correct horse', 5);
    expect(await isLocked()).toBe(false);
    await noteUse(Date.now() - 6 * 60_000);
    expect(await isLocked()).toBe(true);
    await unlock('correct horse');
    expect(await isLocked()).toBe(false);
    await setLockMinutes(0);
    await noteUse(0);
    expect(await isLocked()).toBe(false);
    await lockNow();
    expect(await isLocked()).toBe(true);
  });

  test('while it is shut nothing is caught in the clear', async () => {
    await putLockOn('correct horse', 0);
    await restart();
    const selection = { text: 'typed after', pageUrl: 'https://x.org', pageTitle: 'x' };
    expect(await keepSelection(selection)).toBeUndefined();
    await expect(writeDraft('popup', { text: 'typed after' })).rejects.toThrow();
    expect(await lying()).not.toMatch(OPEN);
  });

  test('with the passphrase forgotten everything can be deleted, lock included', async () => {
    await putLockOn('correct horse', 0);
    await restart();
    await deleteEverything();
    expect(await isLocked()).toBe(false);
    expect(await db.people.count()).toBe(0);
  });

  test('with search open nothing of it is stored', async () => {
    await putLockOn('correct horse', 0);
    await storeWhole({
      state: freshState(new Date()),
      chunks: [{ id: 'a', table: 'notes', text: 'Steve' } as never],
    });
    expect(await loadStored()).toBeUndefined();
    expect(await lying()).not.toMatch(OPEN);
  });

  test('a window that does not know of it changes nothing that it cannot read', async () => {
    await putLockOn('correct horse', 0);
    useSealer(undefined);
    const [stored] = await db.people.toArray();
    expect(JSON.stringify(stored)).not.toMatch(OPEN);
    await expect(db.people.update(stored?.id ?? '', { role: 'typed here' })).rejects.toThrow();
    await expect(db.people.put({ ...stored, role: 'typed here' } as never)).rejects.toThrow();
    expect(await lying()).not.toContain('typed here');
  });

  test('a key of nothing opens nothing', async () => {
    await putLockOn('correct horse', 0);
    await restart();
    await keepKey(btoa('\0'.repeat(64)));
    await expect(db.people.toArray()).rejects.toThrow();
  });
});

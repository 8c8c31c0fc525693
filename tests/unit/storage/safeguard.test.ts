import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { restore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { isBackupDue } from '../../../storage/reminder.ts';
import { remove } from '../../../storage/remove.ts';
import {
  acceptLoss,
  checkSentinel,
  noteBackup,
  readSentinel,
  refreshSentinel,
} from '../../../storage/sentinel.ts';
import {
  dropSnapshots,
  listSnapshots,
  openSnapshot,
  takeSnapshot,
  takeSnapshotIfDue,
} from '../../../storage/snapshots.ts';
import { addThought } from '../../../storage/thoughts.ts';

const clear = () => Promise.all(db.tables.map((one) => one.clear()));
beforeEach(clear);

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 12));
const write = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => addFact('steve', `Fact ${index}`)));
const keys = async () => Object.keys(await browser.storage.local.get(null));

describe('what is told outside the database', () => {
  test('begins at the first use, once for all windows, and finds nothing lost', async () => {
    const both = await Promise.all([checkSentinel(), checkSentinel()]);
    expect(new Set(both.map(({ sentinel }) => sentinel.installId)).size).toBe(1);
    expect((await readSentinel())?.installId).toBe(both[0].sentinel.installId);
    expect((await checkSentinel()).loss).toBeNull();
  });

  test('an emptied database is a loss, until it is decided; nothing is told over it meanwhile', async () => {
    await checkSentinel();
    await write(3);
    await refreshSentinel();
    await clear();
    const { loss } = await checkSentinel(day(21));
    expect(loss).toEqual({ kind: 'empty', was: 3, is: 0, at: day(21).toISOString() });
    await write(1);
    await refreshSentinel();
    expect((await readSentinel())?.counts.facts).toBe(3);
    expect((await checkSentinel()).loss).toEqual(loss);
    await acceptLoss();
    expect((await checkSentinel()).loss).toBeNull();
    expect((await readSentinel())?.counts.facts).toBe(1);
  });

  test('a database made anew by the browser is a loss, also when something was written into it since', async () => {
    await checkSentinel();
    await write(9);
    await refreshSentinel();
    await clear();
    await write(8);
    expect((await checkSentinel()).loss).toMatchObject({ kind: 'shrunk', was: 9, is: 8 });
  });

  test('what was deleted on purpose is no loss; what went without it is', async () => {
    await checkSentinel();
    const facts = await write(30);
    await refreshSentinel();
    await remove(
      'facts',
      facts.slice(0, 20).map(({ id }) => id),
    );
    expect((await checkSentinel()).loss).toBeNull();
    await refreshSentinel();
    await db.facts.bulkDelete(facts.slice(20, 26).map(({ id }) => id));
    expect((await checkSentinel()).loss).toMatchObject({ kind: 'shrunk', was: 10, is: 4 });
  });

  test('losing what is told is no loss: it is told anew', async () => {
    const { sentinel } = await checkSentinel();
    await write(3);
    await browser.storage.local.remove('sentinel');
    const again = await checkSentinel();
    expect(again).toMatchObject({
      loss: null,
      sentinel: { installId: sentinel.installId, counts: { facts: 3 } },
    });
  });
});

describe('snapshots', () => {
  test('are backups that restore what was there', async () => {
    await addThought(['steve'], 'José said: "é" 漢字 👋');
    await write(200);
    const before = [await db.notes.toArray(), await db.facts.toArray()];
    await takeSnapshot('time');
    const [info] = await listSnapshots();
    expect(info).toMatchObject({ reason: 'time', records: 201 });
    await clear();
    const file = await openSnapshot(info?.id ?? '');
    await restore(await stage(file ?? new Blob()), 'merge');
    expect([await db.notes.toArray(), await db.facts.toArray()]).toEqual(before);
  });

  test('are taken once a day, when something was written, and never of a loss', async () => {
    await takeSnapshotIfDue(day(1));
    await checkSentinel();
    await takeSnapshotIfDue(day(1));
    expect(await listSnapshots()).toEqual([]);
    await write(10);
    await refreshSentinel(day(1));
    await takeSnapshotIfDue(day(1));
    await takeSnapshotIfDue(day(1));
    await takeSnapshotIfDue(day(2));
    expect((await listSnapshots()).map(({ at }) => at)).toEqual([day(1).toISOString()]);
    await refreshSentinel(day(2));
    await takeSnapshotIfDue(day(2));
    expect(await listSnapshots()).toHaveLength(2);
    await refreshSentinel(day(3));
    await clear();
    await checkSentinel();
    await takeSnapshotIfDue(day(3));
    expect(await listSnapshots()).toHaveLength(2);
  });

  test('nothing is taken of nothing', async () => {
    await takeSnapshot('merge');
    expect(await listSnapshots()).toEqual([]);
  });

  test('old ones go with all their parts', async () => {
    await write(1);
    for (let number = 1; number <= 60; number += 1) await takeSnapshot('time', day(number));
    const list = await listSnapshots();
    expect(list.length).toBeLessThanOrEqual(7);
    const parts = (await keys()).filter((key) => key.startsWith('snapshot '));
    expect(parts).toHaveLength(list.reduce((sum, one) => sum + one.parts, 0));
    await dropSnapshots();
    expect((await keys()).filter((key) => key.startsWith('snapshot '))).toEqual([]);
    expect(await openSnapshot(list[0]?.id ?? '')).toBeUndefined();
  });

  test('one with a missing part is not offered as whole', async () => {
    await write(1);
    await takeSnapshot('time');
    const [info] = await listSnapshots();
    await browser.storage.local.remove(`snapshot ${info?.id} 0`);
    expect(await openSnapshot(info?.id ?? '')).toBeUndefined();
  });
});

describe('the reminder of a backup', () => {
  test.each([
    ['nothing written', 0, null, 20, { days: 14, notBefore: null }, false],
    ['no backup yet, new here', 1, null, 2, { days: 14, notBefore: null }, false],
    ['no backup in two weeks', 1, null, 15, { days: 14, notBefore: null }, true],
    ['a backup of last week', 1, 10, 20, { days: 14, notBefore: null }, false],
    ['a backup of last week, wanted weekly', 1, 10, 20, { days: 7, notBefore: null }, true],
    ['never wanted', 1, null, 60, { days: 0, notBefore: null }, false],
    ['put off', 1, null, 20, { days: 14, notBefore: day(22).toISOString() }, false],
  ])('%s', async (_, facts, backup, today, reminder, due) => {
    await write(facts);
    await checkSentinel(day(1));
    if (backup) await noteBackup({ at: day(backup).toISOString(), name: 'a', records: 1, locked: false });
    const sentinel = await readSentinel();
    expect(sentinel && isBackupDue(sentinel, reminder, day(today))).toBe(due);
  });
});

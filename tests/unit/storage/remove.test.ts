import { beforeEach, describe, expect, test } from 'vitest';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { restore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { writeBackup } from '../../../storage/backup/write.ts';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { remove } from '../../../storage/remove.ts';
import { addTopic, changeTopic } from '../../../storage/topics.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const now = new Date('2026-11-19T14:00:00.000Z');

describe('deleting', () => {
  test('leaves a tombstone without content, and undo puts the same back, as written later', async () => {
    const gone = await addFact('steve', 'Took up the cello');
    const kept = await addFact('steve', 'Likes tea');
    const undo = await remove('facts', [gone.id], now);
    expect(await db.facts.toArray()).toEqual([kept]);
    const tombstones = await db.tombstones.toArray();
    expect(tombstones).toEqual([{ id: gone.id, table: 'facts', deletedAt: now.toISOString() }]);
    expect(JSON.stringify(tombstones)).not.toContain('cello');
    await undo();
    await undo();
    expect(await db.facts.get(gone.id)).toEqual({ ...gone, updatedAt: expect.any(String) });
    expect(Date.parse((await db.facts.get(gone.id))?.updatedAt ?? '')).toBeGreaterThan(now.getTime());
    expect(await db.tombstones.count()).toBe(0);
  });

  test('what is not there leaves nothing, and its undo brings nothing', async () => {
    const fact = await addFact('steve', 'Likes tea');
    const undo = await remove('facts', ['unknown', fact.id, fact.id], now);
    expect(await db.tombstones.count()).toBe(1);
    await undo();
    expect(await db.facts.toArray()).toEqual([{ ...fact, updatedAt: expect.any(String) }]);
  });

  test('what was taken back stays when a backup with the tombstone is brought in, here and elsewhere', async () => {
    const fact = await addFact('steve', 'Likes tea', 'food', new Date('2026-11-18T14:00:00.000Z'));
    const undo = await remove('facts', [fact.id], now);
    const { blob } = await writeBackup();
    await undo();
    await restore(await stage(blob), 'merge');
    expect(await db.facts.get(fact.id)).toMatchObject({ text: 'Likes tea' });
  });

  test('what waits in the inbox waits again after undo', async () => {
    const at = now.toISOString();
    const row = {
      id: 'c',
      createdAt: at,
      updatedAt: at,
      text: 'Text',
      origin: null,
      filedAt: null,
      waiting: at,
    };
    await db.captures.add(row);
    const undo = await remove('captures', ['c'], now);
    expect(await db.captures.orderBy('waiting').count()).toBe(0);
    await undo();
    expect(await db.captures.orderBy('waiting').toArray()).toEqual([
      { ...row, updatedAt: expect.any(String) },
    ]);
  });
});

describe('closing', () => {
  test('a kept promise is on no list of open ones, and undo puts it back on all', async () => {
    const item = await addActionItem({
      personIds: ['steve', 'ana'],
      owner: 'me',
      text: 'Send it',
      due: '2026-11-20',
    });
    const open = () =>
      Promise.all([
        db.actionItems.where('openFor').equals('steve').count(),
        db.actionItems.where('openFor').equals('ana').count(),
        db.actionItems.where('openDue').belowOrEqual('2026-11-20').count(),
      ]);
    expect(await open()).toEqual([1, 1, 1]);
    const undo = await changeActionItem(item.id, { state: 'kept' }, now);
    expect(await open()).toEqual([0, 0, 0]);
    expect(await db.actionItems.get(item.id)).toMatchObject({ state: 'kept', closedAt: now.toISOString() });
    await undo();
    expect(await open()).toEqual([1, 1, 1]);
    expect(await db.actionItems.get(item.id)).toMatchObject({ state: 'open', closedAt: null });
  });

  test('a promise without a day is on no list by day, until it has one', async () => {
    const item = await addActionItem({ personIds: ['steve'], owner: 'them', text: 'Send it', due: null });
    const dated = () => db.actionItems.where('openDue').above('').count();
    expect(await dated()).toBe(0);
    await changeActionItem(item.id, { due: '2026-11-20' });
    expect(await dated()).toBe(1);
    await changeActionItem(item.id, { due: null });
    expect(await dated()).toBe(0);
  });

  test('a covered topic is open for nobody, and undo opens it again', async () => {
    const topic = await addTopic(['steve', 'ana'], 'Hotfixes');
    const undo = await changeTopic(topic.id, { state: 'covered' }, now);
    expect(await db.topics.where('openFor').anyOf(['steve', 'ana']).count()).toBe(0);
    await undo();
    expect(await db.topics.where('openFor').anyOf(['steve', 'ana']).distinct().toArray()).toHaveLength(1);
  });

  test('an unknown promise or topic changes nothing, nor does its undo', async () => {
    await (await changeActionItem('gone', { state: 'kept' }))();
    await (await changeTopic('gone', { state: 'covered' }))();
    expect(await db.actionItems.count()).toBe(0);
    expect(await db.topics.count()).toBe(0);
  });
});

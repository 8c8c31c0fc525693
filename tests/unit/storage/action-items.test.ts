import { beforeEach, describe, expect, test } from 'vitest';
import { actionItem } from '../../../prep/records/action-item.ts';
import {
  actionItemRow,
  actionItemsDueBy,
  addActionItem,
  changeActionItem,
} from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { anActionItem } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const made = new Date('2026-11-01T10:00:00.000Z');
const later = new Date('2026-11-19T10:00:00.000Z');
const add = (text: string, due: string | null = null, personIds = ['steve']) =>
  addActionItem({ personIds, owner: 'me', text, due }, made);
const openWith = async (id: string) =>
  (await db.actionItems.where('openFor').equals(id).toArray()).map(({ text }) => text);

test('an added one is open for each of its people, and a whole record', async () => {
  const item = await add('Both', '2026-11-20', ['steve', 'ana']);
  expect(actionItem.safeParse(item).success).toBe(true);
  expect(item).toMatchObject({ state: 'open', closedAt: null, meetingId: null });
  expect([await openWith('steve'), await openWith('ana'), await openWith('rui')]).toEqual([
    ['Both'],
    ['Both'],
    [],
  ]);
});

describe('changing', () => {
  test.each(['kept', 'dropped'] as const)(
    '%s: off every list of open ones, with the time; undo puts it back',
    async (state) => {
      const { id } = await add('It', '2026-11-20');
      const undo = await changeActionItem(id, { state }, later);
      expect(await db.actionItems.get(id)).toMatchObject({
        state,
        closedAt: later.toISOString(),
        openFor: [],
      });
      expect(await openWith('steve')).toEqual([]);
      expect(await actionItemsDueBy('2026-12-31')).toEqual([]);
      await undo();
      await undo();
      expect(await db.actionItems.get(id)).toMatchObject({
        state: 'open',
        closedAt: null,
        due: '2026-11-20',
      });
      expect(await openWith('steve')).toEqual(['It']);
      expect(await actionItemsDueBy('2026-12-31')).toHaveLength(1);
    },
  );

  test('opened again it has no closing time; closed twice it keeps the first', async () => {
    const { id } = await add('It');
    await changeActionItem(id, { state: 'kept' }, later);
    await changeActionItem(id, { state: 'dropped' }, new Date('2026-12-01T10:00:00.000Z'));
    expect((await db.actionItems.get(id))?.closedAt).toBe(later.toISOString());
    await changeActionItem(id, { state: 'open' });
    expect((await db.actionItems.get(id))?.closedAt).toBeNull();
  });

  test('words, day and owner change alone; undo brings back all three', async () => {
    const { id } = await add('It', '2026-11-20');
    const undo = await changeActionItem(id, { text: 'That', due: null, owner: 'them' }, later);
    const row = await db.actionItems.get(id);
    expect(row).toMatchObject({
      text: 'That',
      due: null,
      owner: 'them',
      state: 'open',
      createdAt: made.toISOString(),
    });
    expect(row).not.toHaveProperty('openDue');
    await undo();
    expect(await db.actionItems.get(id)).toMatchObject({ text: 'It', due: '2026-11-20', owner: 'me' });
  });

  test('taking back is a later change than what it takes back', async () => {
    const { id } = await add('It');
    const undo = await changeActionItem(id, { text: 'That' }, later);
    await undo();
    expect((await db.actionItems.get(id))!.updatedAt > made.toISOString()).toBe(true);
  });

  test('an unknown id changes nothing, nor does taking that back', async () => {
    const undo = await changeActionItem('gone', { state: 'kept' });
    await undo();
    expect(await db.actionItems.count()).toBe(0);
  });
});

test('due by a day: that day included, soonest first, neither undated nor closed ones', async () => {
  await add('later', '2026-11-22');
  await add('today', '2026-11-19');
  await add('late', '2026-11-01');
  await add('after', '2026-11-23');
  await add('undated');
  const closed = await add('closed', '2026-11-02');
  await changeActionItem(closed.id, { state: 'kept' });
  expect((await actionItemsDueBy('2026-11-22')).map(({ text }) => text)).toEqual(['late', 'today', 'later']);
});

test('a row made again from a row carries no key of before', () => {
  const open = actionItemRow(anActionItem({ due: '2026-11-20' }));
  expect(open.openDue).toBe('2026-11-20');
  expect(actionItemRow({ ...open, state: 'kept' })).not.toHaveProperty('openDue');
  expect(actionItemRow({ ...open, due: null })).not.toHaveProperty('openDue');
});

test('undo takes back what was changed and nothing that came after it; a promise deleted meanwhile stays away', async () => {
  const item = await addActionItem({ personIds: ['p'], owner: 'me', text: 'Send it', due: '2026-11-20' });
  const undoDate = await changeActionItem(item.id, { due: '2026-12-01' });
  await changeActionItem(item.id, { text: 'Send all of it', state: 'kept' });
  await undoDate();
  expect(await db.actionItems.get(item.id)).toMatchObject({
    due: '2026-11-20',
    text: 'Send all of it',
    state: 'kept',
  });
  await db.actionItems.delete(item.id);
  await undoDate();
  expect(await db.actionItems.get(item.id)).toBeUndefined();
});

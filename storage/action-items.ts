import type { ActionItem, Owner } from '../prep/records/action-item.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Person } from '../prep/records/person.ts';
import { type ActionItemRow, db } from './db.ts';
import { meetingsAhead } from './meetings.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** A promise with the keys that find it while it is open. */
export function actionItemRow(item: ActionItem): ActionItemRow {
  const { openDue: _, ...record } = item as ActionItemRow;
  if (item.state !== 'open') return { ...record, openFor: [] };
  return { ...record, openFor: item.personIds, ...(item.due && { openDue: item.due }) };
}

export interface ActionItemDraft {
  personIds: readonly string[];
  owner: Owner;
  text: string;
  /** `YYYY-MM-DD` or null. */
  due: string | null;
  meetingId?: string | null;
}

/** Adds an open promise. */
export async function addActionItem(draft: ActionItemDraft, now = new Date()): Promise<ActionItem> {
  const item: ActionItem = {
    ...newRecord(now),
    ...ADDED.actionItems,
    ...draft,
    personIds: [...draft.personIds],
    meetingId: draft.meetingId ?? null,
    state: 'open',
    closedAt: null,
  };
  await db.actionItems.add(actionItemRow(item));
  return item;
}

/**
 * Changes a promise: its words, date, owner, or state; closing it takes it off every list of open ones.
 * @returns the way back to what it was; does nothing for an unknown id
 */
export async function changeActionItem(
  id: string,
  change: Partial<Pick<ActionItem, 'text' | 'due' | 'owner' | 'state'>>,
  now = new Date(),
): Promise<Undo> {
  const updatedAt = now.toISOString();
  const old = await db.transaction('rw', db.actionItems, async () => {
    const item = await db.actionItems.get(id);
    if (!item) return undefined;
    const state = change.state ?? item.state;
    const closedAt = state === 'open' ? null : (item.closedAt ?? updatedAt);
    await db.actionItems.put(actionItemRow({ ...item, ...change, closedAt, updatedAt }));
    return item;
  });
  if (!old) return async () => {};
  // Only what was changed goes back: what else has become of it since, here or in another window, stays.
  const before: typeof change = {};
  for (const field of Object.keys(change)) Object.assign(before, { [field]: old[field as keyof typeof old] });
  return async () => {
    await db.transaction('rw', db.actionItems, async () => {
      const now = await db.actionItems.get(id);
      if (!now) return;
      const closedAt = change.state ? old.closedAt : now.closedAt;
      await db.actionItems.put(
        actionItemRow({ ...now, ...before, closedAt, updatedAt: new Date().toISOString() }),
      );
    });
  };
}

/** All open promises with a due day up to and including `day`, soonest first. */
export function actionItemsDueBy(day: string): Promise<ActionItem[]> {
  return db.actionItems.where('openDue').belowOrEqual(day).sortBy('due');
}

/** Notes that the brief of a meeting carries these promises; counted once a meeting, and not in the one they were made in. */
export async function carryActionItems(ids: readonly string[], meetingId: string): Promise<void> {
  await db.transaction('rw', db.actionItems, async () => {
    const found = (await db.actionItems.bulkGet([...ids])).filter((item) => item !== undefined);
    const fresh = found.filter((item) => item.meetingId !== meetingId && !item.raisedIn.includes(meetingId));
    await db.actionItems.bulkPut(
      fresh.map((item) => ({ ...item, raisedIn: [...item.raisedIn, meetingId].slice(-1_000) })),
    );
  });
}

/** Every promise, everybody and the meetings that are not over, for the overview; promises with archived people only are left out. */
export function readAllPromises(
  now = new Date(),
): Promise<{ items: ActionItem[]; people: Person[]; ahead: string[] }> {
  return db.transaction('r', db.actionItems, db.people, db.meetings, async () => {
    const all = [db.actionItems.toArray(), db.people.toArray(), meetingsAhead(now)] as const;
    const [items, everybody, ahead] = await Promise.all(all);
    const people = everybody.filter(({ archivedAt }) => !archivedAt);
    const active = new Set(people.map(({ id }) => id));
    people.sort((a, b) => a.name.localeCompare(b.name));
    return { items: items.filter(({ personIds }) => personIds.some((id) => active.has(id))), people, ahead };
  });
}

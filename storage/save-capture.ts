import type { Understood } from '../prep/capture.ts';
import type { Origin } from '../prep/records/note.ts';
import { addActionItem } from './action-items.ts';
import { captureRow } from './captures.ts';
import { addCaughtQuestion } from './caught-questions.ts';
import { db } from './db.ts';
import { addFact } from './facts.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { addThought } from './thoughts.ts';
import { addTopic } from './topics.ts';

/** All tables that a capture can become a row of. */
export const captureTables = () => [
  db.captures,
  db.notes,
  db.actionItems,
  db.facts,
  db.topics,
  db.questionSets,
  db.questions,
  db.askings,
  db.tombstones,
];

/**
 * Files one understood item as what it is, for its people, inside a running transaction over `captureTables`.
 * An item without people or words makes nothing. @returns what takes each made row away again
 */
export async function fileItem(item: Understood, origin: Origin | null, now: Date): Promise<Undo[]> {
  const { personIds, text, kind } = item;
  if (personIds.length === 0 || item.problem) return [];
  if (kind === 'question') return addCaughtQuestion(personIds, text, now);
  if (kind === 'note' || kind === 'vent') {
    const { id } = await addThought(personIds, text, origin, now, kind === 'vent' ? 'vent' : 'normal');
    return [() => db.notes.delete(id)];
  }
  if (kind === 'topic') {
    const { id } = await addTopic(personIds, text, now);
    return [() => db.topics.delete(id)];
  }
  if (kind === 'promise') {
    const { id } = await addActionItem({ personIds, owner: item.owner, text, due: item.due }, now);
    return [() => db.actionItems.delete(id)];
  }
  const undos: Undo[] = [];
  for (const personId of personIds) {
    const { id } = await addFact(personId, text, 'other', now);
    undos.push(() => db.facts.delete(id));
  }
  return undos;
}

/**
 * Saves what was captured, in one transaction: items with people go to their tables, the others wait in the inbox
 * as they were typed. Marks without words are passed over. @returns the way back, and how many wait
 */
export async function saveCapture(
  typed: string,
  items: readonly Understood[],
  origin: Origin | null = null,
  now = new Date(),
): Promise<{ undo: Undo; waiting: number }> {
  const saved = items.filter((item) => !item.problem);
  const inbox = saved.filter((item) => item.personIds.length === 0);
  const undos = await db.transaction('rw', captureTables(), async () => {
    const all: Undo[] = [];
    for (const item of saved) all.push(...(await fileItem(item, origin, now)));
    // Later lines count as older, so that the inbox, newest first, keeps the order they were written in.
    for (const [place, item] of inbox.entries()) {
      const caught = newRecord(new Date(now.getTime() - place));
      const text = typed.slice(item.from, item.to).trim();
      await db.captures.add(captureRow({ ...caught, text, origin, filedAt: null }));
      all.push(() => db.captures.delete(caught.id));
    }
    return all;
  });
  return { undo: () => takeBack(undos), waiting: inbox.length };
}

/** Takes rows away again that were made a moment ago, in one transaction; safe to repeat. */
export async function takeBack(undos: readonly Undo[]): Promise<void> {
  await db.transaction('rw', captureTables(), async () => {
    for (const undo of undos) await undo();
  });
}

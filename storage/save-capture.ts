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

/** In `meta`: the ids of the last savings, newest first. */
const SAVED = 'captures saved';
/** More windows than ever save at once and die before they drop their draft. */
const KEPT_IDS = 20;

/** How long the database is waited for, in milliseconds: one in trouble keeps no draft from its box. */
const ANSWER_MS = 2_000;

/** What of a draft was being saved, and the id that was noted if that went through. */
export interface Saving {
  id: string;
  text: string;
}

/** What is left to save of a text once its beginning was saved; all of it when it was changed meanwhile. */
export function restOf(text: string, saved: string): string {
  return text.startsWith(saved) ? text.slice(saved.length).trimStart() : text;
}

/** What of a draft's text is not saved yet; all of it when that is not known, as twice is better than never. */
export async function unsavedOf(text: string, { id, text: saved }: Saving): Promise<string> {
  const known = savedIds().then(
    (ids) => ids.includes(id),
    () => false,
  );
  const late = new Promise<boolean>((done) => setTimeout(done, ANSWER_MS, false));
  return (await Promise.race([known, late])) ? restOf(text, saved) : text;
}

async function savedIds(): Promise<string[]> {
  const row = await db.meta.get(SAVED);
  return row ? row.value.split(' ') : [];
}

/**
 * Saves what was captured, in one transaction: items with people go to their tables, the others wait in the inbox
 * as they were typed. Marks without words are passed over. `savingId` is noted along, for `unsavedOf`.
 * @returns the way back, and how many wait
 */
export async function saveCapture(
  typed: string,
  items: readonly Understood[],
  origin: Origin | null = null,
  now = new Date(),
  savingId?: string,
): Promise<{ undo: Undo; waiting: number }> {
  const saved = items.filter((item) => !item.problem);
  const inbox = saved.filter((item) => item.personIds.length === 0);
  const undos = await db.transaction('rw', [...captureTables(), db.meta], async () => {
    if (savingId) {
      const value = [savingId, ...(await savedIds())].slice(0, KEPT_IDS).join(' ');
      await db.meta.put({ key: SAVED, value });
    }
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

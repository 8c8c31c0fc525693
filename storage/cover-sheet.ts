import { browser } from 'wxt/browser';
import type { CoverInput } from '../prep/cover-sheet.ts';
import { actionItemRow } from './action-items.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { noteRow } from './notes.ts';
import { timelineRange } from './record.ts';
import type { Undo } from './remove.ts';
import { topicRow } from './topics.ts';

/** The newest notes that can be chosen from. */
const NOTES = 200;

/** What a person's cover sheet can be made of; undefined when there is no such person. */
export function readCover(personId: string): Promise<CoverInput | undefined> {
  const tables = [db.people, db.actionItems, db.topics, db.decisions, db.notes];
  return db.transaction('r', tables, async () => {
    const [lower, upper] = timelineRange(personId);
    const [person, items, topics, decisions, notes] = await Promise.all([
      db.people.get(personId),
      db.actionItems.where('openFor').equals(personId).toArray(),
      db.topics.where('openFor').equals(personId).toArray(),
      db.decisions.where('timeline').between(lower, upper).toArray(),
      db.notes.where('timeline').between(lower, upper).reverse().limit(NOTES).toArray(),
    ]);
    return person && { person, items, topics, decisions, notes };
  });
}

/** The tables of which a record can be marked. */
export type Shareable = 'items' | 'topics' | 'decisions' | 'notes';

/** Marks a record as one that may stand on a cover sheet, or not. @returns the way back */
export function setShareable(
  table: Shareable,
  id: string,
  shareable: boolean,
  now = new Date(),
): Promise<Undo> {
  switch (table) {
    case 'items':
      return changeRow(db.actionItems, id, { shareable }, actionItemRow, now);
    case 'topics':
      return changeRow(db.topics, id, { shareable }, topicRow, now);
    case 'decisions':
      return changeRow(db.decisions, id, { shareable }, decisionRow, now);
    case 'notes':
      return changeRow(db.notes, id, { shareable }, noteRow, now);
  }
}

/** Opens the cover sheet of a person in a tab, from where it is printed. */
export function openCover(personId: string): void {
  void browser.tabs.create({ url: `sidepanel.html#cover/${encodeURIComponent(personId)}` });
}

import { db } from './db.ts';

/** How much there is of what a person writes. */
export interface Stored {
  people: number;
  meetings: number;
  notes: number;
  open: number;
  closed: number;
  answers: number;
  facts: number;
}

/** Counts what is stored, by index. */
export async function readStored(): Promise<Stored> {
  const tables = [db.people, db.meetings, db.notes, db.actionItems, db.askings, db.facts];
  return db.transaction('r', tables, async () => {
    const [people, meetings, notes, items, open, answers, facts] = await Promise.all([
      db.people.count(),
      db.meetings.count(),
      db.notes.count(),
      db.actionItems.count(),
      // A promise is in this index once for each of its people.
      db.actionItems.orderBy('openFor').primaryKeys(),
      db.askings.filter(({ answer }) => answer !== '').count(),
      db.facts.count(),
    ]);
    const still = new Set(open).size;
    return { people, meetings, notes, open: still, closed: items - still, answers, facts };
  });
}

/** Space taken and allowed, in bytes, and whether the browser has agreed to keep it; undefined where it does not say. */
export async function readSpace(): Promise<{ used: number; quota: number; persisted: boolean } | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage === undefined || !quota) return undefined;
  return { used: usage, quota, persisted: await navigator.storage.persisted() };
}

/** Asks the browser to keep the data under pressure; with `unlimitedStorage` it agrees without a question. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

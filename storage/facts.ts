import type { Fact } from '../prep/records/fact.ts';
import { db } from './db.ts';
import { localDay, newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { type ShownFacts, shownKey } from './shown-facts.ts';

/** Remembers something about a person, learnt today. */
export async function addFact(
  personId: string,
  text: string,
  kind: Fact['kind'] = 'other',
  now = new Date(),
): Promise<Fact> {
  const today = localDay(now);
  const fact: Fact = {
    ...newRecord(now),
    personId,
    text,
    kind,
    learntOn: today,
    confirmedOn: today,
    shownAt: null,
  };
  await db.facts.add(fact);
  return fact;
}

/** The user says that it still holds. @returns the way back; does nothing for an unknown id */
export async function confirmFact(id: string, now = new Date()): Promise<Undo> {
  const old = await db.transaction('rw', db.facts, async () => {
    const fact = await db.facts.get(id);
    await db.facts.update(id, { confirmedOn: localDay(now), updatedAt: now.toISOString() });
    return fact;
  });
  return async () => {
    if (old) await db.facts.update(id, { confirmedOn: old.confirmedOn, updatedAt: new Date().toISOString() });
  };
}

/** Notes what the brief of a meeting shows, so that it stays there, and others come at the next meeting. */
export async function noteFactsShown(personId: string, shown: ShownFacts, now = new Date()): Promise<void> {
  const shownAt = now.toISOString();
  await db.transaction('rw', db.facts, db.meta, async () => {
    await db.facts.bulkUpdate(shown.ids.map((key) => ({ key, changes: { shownAt } })));
    await db.meta.put({ key: shownKey(personId), value: JSON.stringify(shown) });
  });
}

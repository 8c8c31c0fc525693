import type { CadenceChange } from '../prep/records/cadence-change.ts';
import type { Cadence } from '../prep/records/person.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/**
 * Sets a person's cadence and keeps what it was. Nothing is kept where nothing changes, or of an unknown person.
 * @returns the way back: the cadence that was, and no trace of the change
 */
export async function setCadence(
  personId: string,
  to: Cadence | null,
  why: CadenceChange['why'],
  now = new Date(),
  meetingId: string | null = null,
): Promise<Undo> {
  const at = now.toISOString();
  const change = await db.transaction('rw', db.people, db.cadenceChanges, async () => {
    const person = await db.people.get(personId);
    if (!person || same(person.cadence, to)) return undefined;
    const made = { ...newRecord(now), personId, at, from: person.cadence, to, why, meetingId };
    await db.people.update(personId, { cadence: to, updatedAt: at });
    await db.cadenceChanges.add(made);
    return made;
  });
  if (!change) return async () => {};
  return async () => {
    await db.transaction('rw', db.people, db.cadenceChanges, async () => {
      await db.people.update(personId, { cadence: change.from, updatedAt: new Date().toISOString() });
      await db.cadenceChanges.delete(change.id);
    });
  };
}

/** How a person's cadence has changed, the newest first. */
export function cadenceChangesOf(personId: string): Promise<CadenceChange[]> {
  return db.cadenceChanges
    .where('[personId+at]')
    .between([personId, ''], [personId, '\uffff'])
    .reverse()
    .toArray();
}

function same(a: Cadence | null, b: Cadence | null): boolean {
  return a?.ideal === b?.ideal && a?.latest === b?.latest;
}

import { joinedPerson, joinedRecord } from '../join-people.ts';
import type { Person } from '../records/person.ts';
import type { Tombstone } from '../records/tombstone.ts';
import { sameContent, writtenAt } from './order.ts';
import type { BackupRecord } from './tables.ts';

/*
 * Two people who were joined are one, also in what another browser wrote about the one that went, before or since: it follows to the one
 * that stays, `updatedAt` as it was, so that the newer version of a record still wins. Unless the one that went was itself written
 * since: then that person is there again, as whoever was deleted elsewhere would be, with what is about them.
 */

export type Joins = ReadonlyMap<string, NonNullable<Tombstone['joined']>>;

/** Which of two tombstones of one record counts: the newer; at the same instant forgetting, then the greater. */
export function laterTombstone(a: Tombstone, b: Tombstone): Tombstone {
  const [one, two] = [Date.parse(a.deletedAt), Date.parse(b.deletedAt)];
  if (one !== two) return one > two ? a : b;
  if (!a.joined || !b.joined) return a.joined ? b : a;
  const text = ({ joined }: Tombstone) => `${joined?.into} ${joined?.seen}`;
  return text(a) >= text(b) ? a : b;
}

/** Lets records follow people who were joined with others. */
export class Joined {
  /** With whom each is one in the end. */
  readonly #into = new Map<string, string>();

  /** `joins`: of those who are gone; who was written since is not among them. */
  constructor(joins: Joins) {
    for (const id of joins.keys()) {
      const path = new Set<string>();
      let into = id;
      while (joins.has(into) && !this.#into.has(into) && !path.has(into)) {
        path.add(into);
        into = joins.get(into)?.into ?? '';
      }
      const last = this.#into.get(into) ?? into;
      // A ring has no end: only clocks that agree to the millisecond make one.
      if (!path.has(last) && !joins.has(last)) for (const one of path) this.#into.set(one, last);
    }
  }

  /** With whom somebody is one; undefined when with nobody. */
  into(id: string): string | undefined {
    return this.#into.get(id);
  }

  /** A record about those that they were joined into; the same object where it is about none of them. */
  follow(record: BackupRecord): BackupRecord {
    if (this.#into.size === 0) return record;
    const { personId, personIds } = record as { personId?: string; personIds?: string[] };
    let followed = record;
    for (const id of new Set([personId ?? '', ...(personIds ?? [])])) {
      const into = this.#into.get(id);
      if (into !== undefined) followed = joinedRecord(followed, id, into);
    }
    return followed;
  }
}

/** What one side of a merge, which had not heard of a joining, knew of the two. */
export interface Unheard {
  goes: BackupRecord;
  stays: BackupRecord | undefined;
}

/**
 * The one that stays with what would be lost of the one that went: all of it where the version that won had not heard of the joining, or
 * where the one that went was written after it was taken over. It is newer by a millisecond then, so that the version without is not
 * taken for it again; else the same object.
 */
export function takenOver(
  stays: BackupRecord,
  { goes, stays: unheard }: Unheard,
  seen: string,
): BackupRecord {
  const isNew = writtenAt(goes) > Date.parse(seen) || (unheard && sameContent(stays, unheard));
  if (!isNew) return stays;
  const joined = joinedPerson(stays as unknown as Person, goes as unknown as Person);
  if (sameContent(joined, stays)) return stays;
  return { ...joined, updatedAt: new Date(writtenAt(stays) + 1).toISOString() };
}

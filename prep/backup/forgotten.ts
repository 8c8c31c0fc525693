import { type Leaving, without } from '../forget.ts';
import { writtenAt } from './order.ts';
import type { BackupRecord, BackupTable } from './tables.ts';
import { noteOf } from './version-ids.ts';
import { idBeside } from './versions.ts';

/*
 * A person who was forgotten leaves a tombstone, and so does each record that went then. What another browser holds
 * about nobody else and has not written since goes by the person's own tombstone; what is shared stays with the others, without the
 * person. It depends on nothing but the record and the tombstone, so that it is the same whoever takes from whom, in what order and
 * how often. A link to a meeting that goes is left: it says nothing, and the meeting may have been written since elsewhere.
 */

const NONE: ReadonlySet<string> = new Set();

interface One {
  leaving: Leaving;
  floor: number;
}

/** What some records become once the forgotten are taken out. */
export interface Left {
  /** Those that stay; the same objects where nothing was taken out. */
  records: readonly BackupRecord[];
  /** Those that are about nobody else. */
  gone: readonly BackupRecord[];
}

/**
 * Of what goes in a merge because of whom it is about, what leaves a tombstone of the moment it was written. A note leaves none:
 * the person's own keeps it away, and its own would take along another text of the note, which may be about others. Only a note
 * about nobody by name nothing else keeps away.
 */
export function buried(table: BackupTable, gone: readonly BackupRecord[]): readonly BackupRecord[] {
  return table === 'notes' ? gone.filter(({ personIds }) => (personIds as string[]).length === 0) : gone;
}

/** The ids of the tombstones of notes that go where somebody is forgotten: of a note of which another text is `left`, the text's. */
export function noteTombstones(gone: readonly BackupRecord[], left: ReadonlySet<string>): string[] {
  return gone.map((note) => (left.has(noteOf(note.id)) ? idBeside(note) : note.id));
}

/** Takes the forgotten out of records. `floors`: when each was forgotten, in ms, by id. */
export class Forgotten {
  readonly #all: ReadonlyMap<string, One>;
  /** Meetings that went. */
  readonly #meetings = new Set<string>();

  constructor(floors: ReadonlyMap<string, number>) {
    this.#all = new Map(
      [...floors].map(([personId, floor]) => [personId, { leaving: leavingOf(personId), floor }]),
    );
  }

  /** Records of one table; to be asked for the meetings before what belongs to them. */
  leave(table: BackupTable, records: readonly BackupRecord[]): Left {
    if (this.#all.size === 0) return { records, gone: [] };
    const gone: BackupRecord[] = [];
    const left = records.flatMap((record) => {
      const one = this.#without(table, record);
      if (!one) gone.push(record);
      return one ?? [];
    });
    return { records: left, gone };
  }

  #without(table: BackupTable, record: BackupRecord): BackupRecord | null {
    const { personId, personIds } = record as { personId?: string; personIds?: string[] };
    // What is about nobody by name is about whom the meeting was with.
    if (personIds?.length === 0) return this.#meetings.has(String(record.meetingId)) ? null : record;
    let left: BackupRecord | null = record;
    for (const id of new Set([personId ?? '', ...(personIds ?? [])])) {
      const one = this.#all.get(id);
      if (one && left && writtenAt(record) <= one.floor) left = without(table, left, one.leaving);
    }
    if (!left && table === 'meetings') this.#meetings.add(record.id);
    return left;
  }
}

/** Somebody of whom no more than the id is known. */
export function leavingOf(personId: string): Leaving {
  return { personId, names: [], emails: [], questions: NONE, shared: 'keep', meetings: NONE };
}

import { laterTombstone } from '../../prep/backup/joined.ts';
import { type BackupRecord, type BackupTable, isBackupTable } from '../../prep/backup/tables.ts';
import { isVersion } from '../../prep/backup/version-ids.ts';
import type { Tombstone } from '../../prep/records/tombstone.ts';
import { db } from '../db.ts';
import { putRecords } from './here.ts';
import { readPart, type Staged } from './stage.ts';

/** A table and an id, as one key. */
type Key = string;

export interface Floors {
  /** When each was last deleted, in ms, here or in the file. */
  all: Map<Key, number>;
  /** Notes another one. */
  note: (table: string, id: string, at: string) => void;
  /** Whether one text of a note was deleted and not the note: what notes say is to be compared then. */
  hasTexts: () => boolean;
  /** What the file says was deleted. */
  incoming: Map<BackupTable, string[]>;
  /** People of whom only the file says so, or later than here. */
  people: Set<string>;
  /** Of those people who were joined with others and not forgotten, here or in the file, what counts. */
  joined: Map<string, Tombstone>;
}

/** What was deleted here and in the file, the later of both; written if told. */
export async function readFloors(staged: Staged, empty: boolean, apply: boolean): Promise<Floors> {
  const all = new Map<Key, number>();
  const incoming: Floors['incoming'] = new Map();
  const people = new Set<string>();
  let texts = false;
  const note = (table: string, id: string, at: string) => {
    texts ||= table === 'notes' && isVersion(id);
    const key = `${table} ${id}`;
    all.set(key, Math.max(all.get(key) ?? Number.NEGATIVE_INFINITY, Date.parse(at)));
  };
  const said = new Map<string, Tombstone>();
  const say = (one: Tombstone) => {
    note(one.table, one.id, one.deletedAt);
    const before = said.get(one.id);
    if (one.table === 'people') said.set(one.id, before ? laterTombstone(before, one) : one);
  };
  if (!empty) await db.tombstones.each(say);
  for (const part of staged.parts.filter(({ table }) => table === 'tombstones')) {
    const records = readPart(part);
    const ids = records.map(({ id }) => id);
    const here = empty ? [] : await db.tombstones.bulkGet(ids);
    const puts: BackupRecord[] = [];
    for (const [index, record] of records.entries()) {
      const tombstone = record as unknown as Tombstone;
      const { id, table } = tombstone;
      say(tombstone);
      if (isBackupTable(table)) {
        const list = incoming.get(table) ?? [];
        list.push(id);
        incoming.set(table, list);
      }
      const own = here[index];
      if (own && laterTombstone(own, tombstone) === own) continue;
      puts.push(record);
      if (table === 'people') people.add(id);
    }
    if (apply) await putRecords('tombstones', puts);
  }
  const joined = new Map([...said].filter(([, one]) => one.joined));
  return { all, note, hasTexts: () => texts, incoming, people, joined };
}

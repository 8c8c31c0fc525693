import type { Table } from 'dexie';
import { CAUGHT_SET } from '../prep/askable.ts';
import { noteTombstones } from '../prep/backup/forgotten.ts';
import type { BackupTable } from '../prep/backup/tables.ts';
import { noteOf } from '../prep/backup/version-ids.ts';
import { type Leaving, ownNames, type Shared, without } from '../prep/forget.ts';
import type { Person } from '../prep/records/person.ts';
import { recordOf, rowOf } from './backup/rows.ts';
import { db } from './db.ts';
import { timelineRange } from './record.ts';

type Row = { id: string } & Record<string, unknown>;

/** What forgetting does to one table: rows that go, and rows that stay without the person. */
export interface Change {
  gone: string[];
  left: Row[];
}
export type Changes = Partial<Record<BackupTable, Change>>;

/** Whom to forget and what goes along, as the database stands; in a transaction. undefined: nobody has this id. */
export async function leavingOf(
  personId: string,
  shared: Shared,
): Promise<{ person: Person; leaving: Leaving } | undefined> {
  const people = await db.people.toArray();
  const person = people.find(({ id }) => id === personId);
  if (!person) return undefined;
  const meetings = await db.meetings.filter(isOnlyWith(personId)).primaryKeys();
  const leaving: Leaving = {
    personId,
    names: ownNames(person, people),
    emails: person.emails,
    shared,
    meetings: new Set(meetings),
    questions: new Set(await caughtFor(personId)),
  };
  return { person, leaving };
}

const isOnlyWith = (personId: string) => (row: { personIds: string[] }) =>
  row.personIds.length > 0 && row.personIds.every((id) => id === personId);

/** Questions that were caught for this person, and put before nobody else. */
async function caughtFor(personId: string): Promise<string[]> {
  const ids = await db.questions.where('setId').equals(CAUGHT_SET).primaryKeys();
  if (ids.length === 0) return [];
  const caught = new Set<string>(ids);
  const theirs = new Set<string>();
  const others = new Set<string>();
  await db.askings.each((asking) => {
    if (!caught.has(asking.questionId)) return;
    (asking.personId === personId ? theirs : others).add(asking.questionId);
  });
  return [...theirs].filter((id) => !others.has(id));
}

/** What forgetting changes, by table; in a transaction, which it does not write in. */
export async function changesOf(leaving: Leaving): Promise<Changes> {
  const { personId } = leaving;
  const found: Partial<Record<BackupTable, Row[]>> = {};
  const add = async (table: BackupTable, rows: PromiseLike<unknown[]>) => {
    found[table] = [...(found[table] ?? []), ...((await rows) as Row[])];
  };
  const timed = (table: Table) =>
    table
      .where('timeline')
      .between(...timelineRange(personId), true, true)
      .toArray();
  const listed = (table: Table) => table.where('personIds').equals(personId).toArray();
  await Promise.all([
    add('people', db.people.where('id').equals(personId).toArray()),
    // One without a time is on nobody's timeline.
    add('meetings', db.meetings.filter((meeting) => meeting.personIds.includes(personId)).toArray()),
    add('notes', timed(db.notes)),
    add('agendas', timed(db.agendas)),
    add('decisions', timed(db.decisions)),
    add('series', listed(db.series)),
    add('actionItems', listed(db.actionItems)),
    add('topics', listed(db.topics)),
    add('projects', listed(db.projects)),
    add('reviews', listed(db.reviews)),
    add('facts', db.facts.where('personId').equals(personId).toArray()),
    add('askings', ofPerson(db.askings, personId)),
    add('cadenceChanges', ofPerson(db.cadenceChanges, personId)),
    add('captures', db.captures.toArray()),
    add(
      'questions',
      db.questions
        .where('id')
        .anyOf([...leaving.questions])
        .toArray(),
    ),
    add('settings', db.settings.toArray()),
  ]);
  await add(
    'notes',
    db.notes
      .where('meetingId')
      .anyOf([...leaving.meetings])
      .toArray(),
  );
  const changes: Changes = {};
  for (const [table, rows] of Object.entries(found) as [BackupTable, Row[]][]) {
    const change: Change = { gone: [], left: [] };
    for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
      const left = without(table, row, leaving);
      if (left === null) change.gone.push(row.id);
      else if (left !== row) change.left.push(left);
    }
    if (change.gone.length + change.left.length > 0) changes[table] = change;
  }
  return changes;
}

function ofPerson(table: Table, personId: string): PromiseLike<unknown[]> {
  return table.where('[personId+at]').between([personId], [personId, '\uffff']).toArray();
}

/** Writes it, with tombstones without content, so that no backup brings it back; in a transaction over all tables. */
export async function writeChanges(changes: Changes, now: Date): Promise<void> {
  const at = now.toISOString();
  for (const [table, { gone, left }] of Object.entries(changes) as [BackupTable, Change][]) {
    const buried = table === 'notes' ? await tombstonesOfNotes(gone) : gone;
    await db.table(table).bulkDelete(gone);
    await db.tombstones.bulkPut(buried.map((id) => ({ id, table, deletedAt: at })));
    const stamp = table === 'settings' ? {} : { updatedAt: at };
    await db.table(table).bulkPut(left.map((row) => rowOf(table, { ...recordOf(row), ...stamp } as never)));
  }
}

/** The ids of the tombstones of notes that are about to go. */
async function tombstonesOfNotes(ids: readonly string[]): Promise<string[]> {
  const going = new Set(ids);
  const notes = [...new Set(ids.map(noteOf))];
  const texts = await Promise.all(notes.map((note) => db.notes.where('id').startsWith(note).primaryKeys()));
  const left = new Set(texts.flat().flatMap((id) => (going.has(id) ? [] : noteOf(id))));
  const gone = (await db.notes.bulkGet([...ids])).filter((note) => note !== undefined);
  return noteTombstones(gone, left);
}

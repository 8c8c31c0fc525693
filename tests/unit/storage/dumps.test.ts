import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { ADDED } from '../../../prep/records/added.ts';
import { RECORDS } from '../../../prep/records/index.ts';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { addTemplate } from '../../../storage/agenda-templates.ts';
import { startAgenda } from '../../../storage/agendas.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { setCadence } from '../../../storage/cadence-changes.ts';
import { keepInInbox } from '../../../storage/captures.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db, PeersideDatabase } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { addFact } from '../../../storage/facts.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { addProject } from '../../../storage/projects.ts';
import { addSet } from '../../../storage/question-sets.ts';
import { addQuestion } from '../../../storage/questions.ts';
import { remove } from '../../../storage/remove.ts';
import { addReview } from '../../../storage/series-review.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { learnSeries } from '../../../storage/spotting.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic, carryTopics } from '../../../storage/topics.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { type Dump, loadDump, writeDump } from '../../fixtures/dumps/dump.ts';
import { anEvent } from '../../fixtures/records.ts';

const FOLDER = 'tests/fixtures/dumps';
const NAME = 'from a dump';
const fileOf = (version: number) => `${FOLDER}/v${version}.json`;
const dumps = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const read = (file: string): Dump => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Dump;

/** What each table's rows must still be. */
const SCHEMAS: Record<string, z.ZodMiniType> = RECORDS;

/** Puts at least one row into each table, by the ways that the app has. */
async function fillDatabase(): Promise<void> {
  const now = new Date('2026-11-19T14:00:00.000Z');
  const steve = await addPerson(
    { ...personDraft('Steve Tan', ['steve.tan@example.com']), aliases: ['Stevie'] },
    now,
  );
  const ana = await addPerson({ ...personDraft('Ana Lima', []), cadence: { ideal: 7, latest: 14 } }, now);
  const both = [steve.id, ana.id];
  const met = await keepMeeting(anEvent(), both, 'prepared', now);
  await learnSeries(anEvent(), both, 'chosen', now);
  const of = { meetingId: met.id, personIds: both, at: met.start ?? '' };
  await writeMeetingNote({ ...of, kind: 'said' }, 'One bug board for a month', now);
  await addThought([ana.id], 'José said: "é"', { url: 'https://example.com/', title: 'A page' }, now);
  await addFact(steve.id, 'Daughter Lia took up the cello', 'family', now);
  await addActionItem({ personIds: both, owner: 'both', text: 'Draft a checklist', due: '2026-12-03' }, now);
  const kept = await addActionItem({ personIds: both, owner: 'me', text: 'Kept', due: null }, now);
  await changeActionItem(kept.id, { state: 'kept' }, now);
  const raised = await addTopic(both, 'Who signs off a Friday hotfix?', now);
  await carryTopics([raised.id], met.id);
  const set = await addSet('Launches', now);
  const asked = await addQuestion(set.id, 'What slipped last time, {team}?', now);
  const { id: questionId = '' } = asked ?? {};
  const text = 'What slipped last time, Platform?';
  await recordAsking(
    { personId: steve.id, questionId, meetingId: met.id, text, level: 'central' },
    'asked',
    'Tests',
    now,
  );
  await keepInInbox('capture', '? Who swaps on-call', { url: 'https://example.com/', title: 'A page' }, now);
  await changeSettings({ ownEmails: ['diane@example.com'], ownName: 'Diane' });
  const gone = await addFact(ana.id, 'Gone', 'other', now);
  await remove('facts', [gone.id], now);
  await setCadence(steve.id, { ideal: 14, latest: 28 }, 'set', now);
  const steps = [{ id: 'one', text: 'How are you?', kind: 'check-in' as const }];
  const template = await addTemplate(
    { title: 'Our launches', description: '', goals: ['clarity'], steps },
    now,
  );
  await startAgenda(met, template, now);
  await addDecision({ personIds: both, meetingId: met.id, text: 'One board', againOn: '2026-12-17' }, now);
  await addProject([steve.id], 'A shared bug board', 'white-space', now);
  const series = {
    personIds: both,
    seriesKey: met.seriesKey,
    startedOn: '2026-11-19',
    reviewOn: '2027-02-19',
  };
  await addReview(series, now);
  const closed = await readCloseOut(met.id);
  if (closed) {
    const each = { [steve.id]: { openness: 'more', pace: 'same' } } as const;
    await finishCloseOut(met.id, { ...closed.draft, each, place: 'walk' }, now);
  }
  await db.meta.put({ key: 'a key', value: 'a value' });
}

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(() => Dexie.delete(NAME));

describe('every version of the database has its dump', () => {
  test('every table has its schema, and no schema is without a table', () => {
    expect(Object.keys(RECORDS).toSorted()).toEqual(db.tables.map(({ name }) => name).toSorted());
  });

  test('none is missing, none too many; versions are whole numbers from 1', async () => {
    await db.open();
    if (process.env.WRITE_DUMP && !existsSync(fileOf(db.verno))) {
      await fillDatabase();
      writeFileSync(fileOf(db.verno), `${JSON.stringify(await writeDump(db.name), null, 2)}\n`);
    }
    const wanted = Array.from({ length: db.verno }, (_, index) => `v${index + 1}.json`);
    expect(dumps.toSorted()).toEqual(wanted.toSorted());
  });

  test('the stores of the last version are those of its dump: a version is never changed, only followed', async () => {
    await db.open();
    const { version, stores } = await writeDump(db.name);
    const dump = read(`v${db.verno}.json`);
    expect({ version, stores }).toEqual({ version: dump.version, stores: dump.stores });
  });

  test('each holds at least one row of each of its tables', () => {
    const empty = dumps.flatMap((file) => {
      const { stores, rows } = read(file);
      return Object.keys(stores).filter((table) => !rows[table]?.length);
    });
    expect(dumps.length).toBeGreaterThan(0);
    expect(empty).toEqual([]);
  });
});

describe.each(dumps)('%s opened with the code of today', (file) => {
  test('loses no row, and each is what its schema says', async () => {
    const dump = read(file);
    await loadDump(dump, NAME);
    const opened = new PeersideDatabase(NAME);
    for (const table of opened.tables) {
      const rows: unknown[] = await table.toArray();
      const schema = SCHEMAS[table.name];
      expect(schema, `a schema for ${table.name}`).toBeDefined();
      expect(rows.length, table.name).toBeGreaterThanOrEqual(dump.rows[table.name]?.length ?? 0);
      expect(rows.flatMap((row) => schema?.safeParse(row).error?.issues ?? [])).toEqual([]);
    }
    opened.close();
  });

  test('has the fields that came since, filled', async () => {
    await loadDump(read(file), NAME);
    const opened = new PeersideDatabase(NAME);
    for (const [table, fields] of Object.entries(ADDED)) {
      const rows: object[] = await opened.table(table).toArray();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
    opened.close();
  });

  test('is found by its indexes', async () => {
    await loadDump(read(file), NAME);
    const opened = new PeersideDatabase(NAME);
    const steve = await opened.people.where('emails').equals('steve.tan@example.com').first();
    const id = steve?.id ?? '';
    expect(await opened.meetings.where('timeline').startsWith(`${id} `).count()).toBe(1);
    expect(await opened.notes.where('timeline').startsWith(`${id} `).count()).toBe(1);
    expect(await opened.actionItems.where('openFor').equals(id).count()).toBe(1);
    expect(await opened.actionItems.where('openDue').belowOrEqual('2026-12-03').count()).toBe(1);
    expect(await opened.topics.where('openFor').equals(id).count()).toBe(1);
    expect(await opened.askings.where('[personId+at]').between([id, ''], [id, '\uffff']).count()).toBe(1);
    expect(await opened.captures.orderBy('waiting').count()).toBe(1);
    opened.close();
  });
});

test('the last version is found by the indexes that came with it', async () => {
  await loadDump(read('v2.json'), NAME);
  const opened = new PeersideDatabase(NAME);
  const id = (await opened.people.where('emails').equals('steve.tan@example.com').first())?.id ?? '';
  const [meeting] = await opened.meetings.where('day').equals('2026-11-19').toArray();
  expect(
    await opened.agendas
      .where('meetingIds')
      .equals(meeting?.id ?? '')
      .count(),
  ).toBe(1);
  expect(await opened.decisions.where('openFor').equals(id).count()).toBe(1);
  expect(await opened.decisions.where('openAgain').belowOrEqual('2026-12-17').count()).toBe(1);
  expect(await opened.projects.where('openFor').equals(id).count()).toBe(1);
  expect(await opened.reviews.where('openOn').belowOrEqual('2027-02-19').count()).toBe(1);
  expect(await opened.cadenceChanges.where('[personId+at]').between([id, ''], [id, '\uffff']).count()).toBe(
    1,
  );
  opened.close();
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { CAUGHT_SET } from '../../../prep/askable.ts';
import { noteOf } from '../../../prep/backup/version-ids.ts';
import { versionId } from '../../../prep/backup/versions.ts';
import { namesPerson, ownNames } from '../../../prep/forget.ts';
import { RECORDS } from '../../../prep/records/index.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { previewRestore, restore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { writeBackup } from '../../../storage/backup/write.ts';
import { keepInInbox } from '../../../storage/captures.ts';
import { writeCurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { writeDraft } from '../../../storage/drafts.ts';
import { addFact } from '../../../storage/facts.ts';
import { deleteEverything } from '../../../storage/forget-all.ts';
import { forgetPerson, readForgetting } from '../../../storage/forget-person.ts';
import { noteRow } from '../../../storage/notes.ts';
import { addQuestion } from '../../../storage/questions.ts';
import { checkSentinel, noteBackup, refreshSentinel } from '../../../storage/sentinel.ts';
import { listSnapshots, openSnapshot, takeSnapshot } from '../../../storage/snapshots.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { keepUnsaved } from '../../../storage/unsaved.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';
import { anEvent, aPerson } from '../../fixtures/records.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;
const idOf = (name: string) =>
  (dump.rows.people as { id: string; name: string }[]).find((one) => one.name === name)?.id ?? '';
const STEVE = idOf('Steve Tan');
const ANA = idOf('Ana Lima');
const NOW = new Date('2026-11-20T09:00:00.000Z');

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const [name, rows] of Object.entries(dump.rows)) await db.table(name).bulkPut(rows);
});

/** Everything that is stored anywhere, as text, but for tombstones. */
async function stored(): Promise<string> {
  const tables = db.tables.filter(({ name }) => name !== 'tombstones');
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  const copies = await Promise.all(
    (await listSnapshots()).map(async ({ id }) => textOf(await openSnapshot(id))),
  );
  const areas = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
  return [...rows, ...areas].map((one) => JSON.stringify(one)).join('\n') + copies.join('\n');
}

async function everythingHere(): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
  );
}

const textOf = (blob: Blob | undefined) =>
  new Response(blob?.stream().pipeThrough(new DecompressionStream('gzip'))).text();

/** Without what a copy says of tombstones: ids, and no content. */
const leftOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/"deletedAt"/.test(line))
    .join('\n');

describe('forgetting a person', () => {
  test('leaves no trace: tables, drafts, unsaved text, windows, copies, search', async () => {
    await addThought([STEVE], 'SECRET one', null, NOW);
    await addFact(STEVE, 'SECRET two');
    const question = await addQuestion(CAUGHT_SET, 'SECRET three?', NOW);
    const of = { personId: STEVE, questionId: question?.id ?? '', meetingId: null, text: 'SECRET three?' };
    await recordAsking({ ...of, level: null }, 'kept', undefined, NOW);
    await keepInInbox('c1', 'Ask stevie about SECRET four', null, NOW);
    await keepInInbox('c2', 'from a page', { url: 'https://x.org/', title: 'Steve Tan SECRET' }, NOW);
    await db.meta.put({ key: `facts-shown ${STEVE}`, value: '{}' });
    await db.settings.update('settings', { hintsOff: [`ramp ${STEVE}`, 'welcome'] });
    await takeSnapshot('time', new Date('2026-11-19T09:00:00.000Z'));
    await db.facts.clear();
    await takeSnapshot('time', NOW);
    await writeDraft(`person ${STEVE}`, { name: 'Steve' });
    await writeDraft('popup', { text: 'tell @steve SECRET five' });
    await writeDraft('popup 2', { text: 'tell @steve SECRET seven' });
    await writeDraft(`promise ${STEVE} 3`, 'half a promise, SECRET eight');
    await writeDraft('capture', { text: 'nothing of theirs' });
    const meetingId = (dump.rows.meetings as { id: string }[])[0]?.id ?? '';
    await keepUnsaved({ kind: 'answer', of: [{ ...of, meetingId, level: null }], text: 'SECRET six' });
    await writeCurrentEvent(1, { event: anEvent(), personIds: [STEVE], at: '', open: true });
    await writeCurrentEvent(2, { event: anEvent(), personIds: [ANA], at: '', open: true });

    await forgetPerson(STEVE, 'keep', NOW);
    const left = leftOf(await stored());
    expect(left).not.toMatch(/SECRET|Stevie|Steve Tan|steve\.tan|cello/);
    expect(left).not.toContain(STEVE);
    // What is others' is there still.
    expect(left).toContain('José');
    expect(left).toContain('nothing of theirs');
    expect(left).toContain('welcome');
    expect(left).toContain('current-event:2');
    expect(await listSnapshots()).toHaveLength(2);
    for (const { id } of await listSnapshots()) {
      const staged = await stage((await openSnapshot(id)) as Blob);
      expect(staged.oddCount).toBe(0);
    }
  });

  test('what is shared stays with the others, without the person, and is a valid record', async () => {
    await forgetPerson(STEVE, 'keep', NOW);
    for (const table of ['actionItems', 'agendas', 'decisions', 'topics', 'series', 'reviews'] as const) {
      const rows = await db.table(table).toArray();
      expect([table, rows.map((row) => row.personIds)]).toEqual([table, rows.map(() => [ANA])]);
      expect(rows.length, table).toBeGreaterThan(0);
      for (const row of rows) expect(RECORDS[table].safeParse(row).success, table).toBe(true);
      for (const row of rows) expect([row.updatedAt, table]).toEqual([NOW.toISOString(), table]);
    }
    expect(await db.topics.where('openFor').equals(STEVE).count()).toBe(0);
    expect(await db.notes.where('timeline').startsWith(STEVE).count()).toBe(0);
  });

  test('or goes too, when that is wished', async () => {
    await forgetPerson(STEVE, 'delete', NOW);
    for (const table of ['actionItems', 'agendas', 'decisions', 'topics', 'reviews'] as const) {
      const rows = (await db.table(table).toArray()) as { personIds: string[] }[];
      expect([table, rows.filter(({ personIds }) => !personIds.includes(ANA))]).toEqual([table, []]);
    }
    expect(await db.decisions.count()).toBe(0);
    expect((await db.meetings.toArray()).map(({ personIds }) => personIds)).toEqual([[ANA]]);
  });

  test('tombstones hold no content, and a backup of before brings nobody back', async () => {
    const { blob } = await writeBackup({ now: new Date('2026-11-20T08:00:00.000Z') });
    await forgetPerson(STEVE, 'keep', NOW);
    const before = leftOf(await stored());
    for (const one of await db.tombstones.toArray()) {
      expect(Object.keys(one).sort()).toEqual(['deletedAt', 'id', 'table']);
    }
    await restore(await stage(blob), 'merge');
    expect(await db.people.get(STEVE)).toBeUndefined();
    expect(leftOf(await stored())).not.toMatch(/Steve Tan|steve\.tan|cello/);
    expect(leftOf(await stored())).not.toContain(STEVE);
    expect(before).not.toContain(STEVE);
  });

  test('is no loss to the sentinel', async () => {
    for (let index = 0; index < 40; index += 1) await addThought([STEVE], `thought ${index}`, null, NOW);
    await checkSentinel();
    await refreshSentinel();
    await forgetPerson(STEVE, 'delete', NOW);
    expect((await checkSentinel()).loss).toBeNull();
  });

  test('says before what goes, what is shared, who else names them and which backup holds them', async () => {
    const backup = { at: NOW.toISOString(), records: 9, locked: false };
    for (const day of ['18', '19', '20']) await noteBackup({ ...backup, name: `${day}.peerside` });
    await noteBackup({ ...backup, name: '21.peerside' }, ['18.peerside']);
    await addThought([ANA], 'as Steve Tan said', null, NOW);
    await takeSnapshot('time', NOW);
    const said = await readForgetting(STEVE);
    expect(said).toMatchObject({
      name: 'Steve Tan',
      goes: { people: 1, facts: 1, askings: 1, projects: 1, cadenceChanges: 1 },
      mentions: 1,
      snapshots: 1,
    });
    expect(said?.backups.map(({ name }) => name)).toEqual(['19.peerside', '20.peerside', '21.peerside']);
    expect(said?.shared).toBeGreaterThan(3);
    expect(await db.people.get(STEVE)).toBeDefined();
    expect(await readForgetting('nobody')).toBeUndefined();
  });

  test('what another browser knew of the person does not come back from its backup, unless it was written since', async () => {
    const mine = await everythingHere();
    // Another browser: the same people, and what was never here.
    const day = new Date('2026-11-19T09:00:00.000Z');
    const alone = await addThought([STEVE], 'SECRET of theirs alone', null, day);
    const both = await addThought([STEVE, ANA], 'of both', null, day);
    const fact = await addFact(STEVE, 'SECRET cello', 'hobby', day);
    const { blob } = await writeBackup();
    await Promise.all(db.tables.map((table) => table.clear()));
    for (const [name, rows] of Object.entries(mine)) await db.table(name).bulkPut(rows);
    await forgetPerson(STEVE, 'keep', NOW);

    const staged = await stage(blob);
    const preview = await previewRestore(staged, 'merge');
    expect(await restore(staged, 'merge')).toEqual(preview);
    expect(await stored()).not.toContain('SECRET');
    expect(await db.notes.get(alone.id)).toBeUndefined();
    expect(await db.facts.get(fact.id)).toBeUndefined();
    expect((await db.notes.get(both.id))?.personIds).toEqual([ANA]);
    expect(await db.people.get(STEVE)).toBeUndefined();
    const about = [...(await db.notes.toArray()), ...(await db.meetings.toArray())];
    expect(about.filter(({ personIds }) => personIds.includes(STEVE))).toEqual([]);

    // And it is the same the other way round: there it goes by the tombstone.
    const mended = (await writeBackup()).blob;
    await restore(staged, 'replace');
    const late = await addThought([STEVE], 'written since', null, new Date('2026-11-21T09:00:00.000Z'));
    await restore(await stage(mended), 'merge');
    expect(await stored()).not.toContain('SECRET');
    expect(await db.notes.get(late.id)).toBeDefined();

    // The other browser has written on about the person since: what it has written is there, and nothing of before.
    await restore(staged, 'replace');
    await db.people.update(STEVE, { updatedAt: '2026-11-21T09:00:00.000Z' });
    const since = (await writeBackup()).blob;
    await Promise.all(db.tables.map((table) => table.clear()));
    await db.tombstones.put({ id: STEVE, table: 'people', deletedAt: NOW.toISOString() });
    await restore(await stage(since), 'merge');
    expect(await db.notes.get(alone.id)).toBeUndefined();
    expect((await db.notes.get(both.id))?.personIds).toEqual([ANA]);
    expect(await db.people.get(STEVE)).toBeDefined();
  });

  test('what is shared here and was never there loses whom another browser has forgotten; what was written since does not', async () => {
    const mine = await everythingHere();
    await forgetPerson(STEVE, 'keep', NOW);
    const { blob } = await writeBackup();
    await Promise.all(db.tables.map((table) => table.clear()));
    for (const [name, rows] of Object.entries(mine)) await db.table(name).bulkPut(rows);
    const before = await addThought([STEVE, ANA], 'of both', null, new Date('2026-11-19T09:00:00.000Z'));
    const since = await addThought([STEVE, ANA], 'of both', null, new Date('2026-11-21T09:00:00.000Z'));
    const staged = await stage(blob);
    const preview = await previewRestore(staged, 'merge');
    expect(await restore(staged, 'merge')).toEqual(preview);
    expect(await db.notes.get(before.id)).toMatchObject({ personIds: [ANA], updatedAt: before.updatedAt });
    expect((await db.notes.get(since.id))?.personIds).toEqual([STEVE, ANA]);
    expect(await db.notes.where('timeline').startsWith(STEVE).count()).toBe(1);
  });

  test('of a note whose other text is about somebody else that one stays, also when browsers meet again', async () => {
    const gone = await addThought([STEVE], 'SECRET', null, NOW);
    const stays = { ...gone, id: versionId(gone.id, 'of Ana'), personIds: [ANA], text: 'of Ana' };
    await db.notes.put(noteRow(stays));
    const { blob } = await writeBackup();
    await forgetPerson(STEVE, 'keep', NOW);
    const texts = () => db.notes.filter(({ id }) => noteOf(id) === gone.id).toArray();
    expect((await texts()).map(({ text }) => text)).toEqual(['of Ana']);
    await restore(await stage(blob), 'merge');
    expect((await texts()).map(({ text, personIds }) => [text, personIds])).toEqual([['of Ana', [ANA]]]);
  });

  test('can be repeated, and forgets nobody who is not there', async () => {
    await forgetPerson(STEVE, 'keep', NOW);
    const before = await stored();
    await forgetPerson(STEVE, 'keep', NOW);
    await forgetPerson('nobody', 'delete', NOW);
    expect(await stored()).toBe(before);
  });

  test('a damaged copy is let go', async () => {
    await takeSnapshot('time', NOW);
    const [info] = await listSnapshots();
    await browser.storage.local.set({ [`snapshot ${info?.id} 0`]: 'AAAA' });
    await forgetPerson(STEVE, 'keep', NOW);
    expect(await listSnapshots()).toEqual([]);
    expect(
      Object.keys(await browser.storage.local.get(null)).some((key) => key.startsWith('snapshot ')),
    ).toBe(false);
  });
});

describe('names', () => {
  const steve = aPerson({ id: 'a', name: 'Steve Tan', aliases: ['Tanny'] });
  const other = aPerson({ id: 'b', name: 'Steve Ng' });

  test('a first name that two have means neither', () => {
    expect(ownNames(steve, [steve]).map((name) => name.join(' '))).toEqual(['steve tan', 'steve', 'tanny']);
    expect(ownNames(steve, [steve, other]).map((name) => name.join(' '))).toEqual(['steve tan', 'tanny']);
  });

  test.each([
    ['Ask Steve about it', true],
    ['STEVE TAN', true],
    ['Stevenson', false],
    ['mail Steve.Tan@Example.com', true],
    ['nothing', false],
  ])('%s', (text, named) => {
    const leaving = { names: ownNames(steve, [steve]), emails: ['steve.tan@example.com'] };
    expect(namesPerson(text, leaving)).toBe(named);
  });

  test('any text with the name in it names the person, and none without a letter of it', () => {
    const leaving = { names: ownNames(steve, [steve]), emails: [] };
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) =>
        namesPerson(`${before} steve tan ${after}`, leaving),
      ),
    );
    fc.assert(fc.property(fc.stringMatching(/^[b-df-mo-ru-z ]*$/), (text) => !namesPerson(text, leaving)));
  });
});

describe('deleting everything', () => {
  test('empties every store and greets as at the first opening', async () => {
    await checkSentinel();
    await refreshSentinel();
    await takeSnapshot('time', NOW);
    await writeDraft('popup', { text: 'typed' });
    await writeCurrentEvent(1, { event: anEvent(), personIds: [STEVE], at: '', open: true });
    await browser.storage.session.set({ 'calendar-tab 7': true });
    await deleteEverything();
    const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()]));
    const full = counts.filter(([, count]) => count !== 0).map(([name]) => name);
    // The questions that come with Peerside are there again.
    expect(full.sort()).toEqual(['questionSets', 'questions']);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(Object.keys(await browser.storage.session.get(null)).sort()).toEqual([
      'calendar-tab 7',
      'spotting-changed',
    ]);
    expect((await checkSentinel()).loss).toBeNull();
  });
});

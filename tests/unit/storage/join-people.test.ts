import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { RECORDS } from '../../../prep/records/index.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { previewRestore, restore } from '../../../storage/backup/restore.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { writeBackup } from '../../../storage/backup/write.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { addFact } from '../../../storage/facts.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { forgetPerson } from '../../../storage/forget-person.ts';
import { joinPeople } from '../../../storage/join-people.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { meetingsBefore } from '../../../storage/meetings.ts';
import { nextTime } from '../../../storage/next-time.ts';
import { addPerson, changePerson, personByEmail, personDraft } from '../../../storage/people.ts';
import { readPersonPage } from '../../../storage/person-page.ts';
import { addProject } from '../../../storage/projects.ts';
import { addReview } from '../../../storage/series-review.ts';
import { listSnapshots, openSnapshot, takeSnapshot } from '../../../storage/snapshots.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic, setStance } from '../../../storage/topics.ts';
import { anEvent } from '../../fixtures/records.ts';

const NOW = new Date(2026, 10, 19, 12);
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await browser.storage.local.clear();
});

async function twice() {
  const stays = await addPerson({ ...personDraft('Steve Tan', ['steve@a.example']), role: 'Lead' }, NOW);
  const goes = await addPerson(
    {
      ...personDraft('Stephen Tan', ['stephen@b.example']),
      aliases: ['Stevie', 'steve tan'],
      team: 'Quality',
    },
    NOW,
  );
  const ana = await addPerson(personDraft('Ana Lima'), NOW);
  const both = [goes.id, ana.id];
  await addThought([goes.id, stays.id], 'of both of them', null, NOW);
  await addThought(both, 'a thought', null, NOW);
  await addFact(goes.id, 'Tea', 'food', NOW);
  await addActionItem({ personIds: [goes.id], owner: 'them', text: 'Send it', due: '2026-11-20' }, NOW);
  const topic = await addTopic(both, 'The launch', NOW);
  await setStance(topic.id, goes.id, 'supports', NOW);
  await addDecision({ personIds: both, meetingId: null, text: 'One board', againOn: '2026-12-01' }, NOW);
  await addProject([goes.id], 'A board', null, NOW);
  await addReview(
    { personIds: [goes.id], seriesKey: null, startedOn: '2026-11-01', reviewOn: '2027-02-01' },
    NOW,
  );
  const of = { personId: goes.id, questionId: 'q', meetingId: null, text: 'How?', level: null };
  await recordAsking(of, 'asked', 'Well', NOW);
  await changePerson(goes.id, { cadence: { ideal: 14, latest: 28 } }, NOW);
  const start = new Date(2026, 10, 18, 12).toISOString();
  const met = await keepMeeting(anEvent({ start, day: '2026-11-18' }), both, 'prepared', NOW);
  const { draft } = (await readCloseOut(met.id))!;
  const each = { [goes.id]: { openness: 'more', pace: null } } as const;
  await finishCloseOut(met.id, { ...draft, each, things: { [goes.id]: { text: 'Ask', due: null } } }, NOW);
  return { stays, goes, ana };
}

async function everything() {
  const all = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(all);
}

test('everything about the one is about the other, found by its indexes, and valid', async () => {
  const { stays, goes } = await twice();
  await joinPeople(stays.id, goes.id, NOW);
  const all = await everything();
  const { people, tombstones, ...rest } = all;
  expect(JSON.stringify(rest)).not.toContain(goes.id);
  const joined = { into: stays.id, seen: NOW.toISOString() };
  expect(tombstones).toEqual([{ id: goes.id, table: 'people', deletedAt: NOW.toISOString(), joined }]);
  expect(people).toHaveLength(2);
  expect(await personByEmail('stephen@b.example')).toMatchObject({
    id: stays.id,
    name: 'Steve Tan',
    aliases: ['Stephen Tan', 'Stevie'],
    emails: ['steve@a.example', 'stephen@b.example'],
    role: 'Lead',
    team: 'Quality',
    cadence: { ideal: 14, latest: 28 },
  });
  const page = await readPersonPage(stays.id, { filter: 'all', limit: 60, upTo: null }, NOW);
  const texts = page?.days.flatMap(({ entries }) => entries.map(({ table }) => table)) ?? [];
  expect([...new Set(texts)].toSorted()).toEqual(
    ['actionItems', 'askings', 'decisions', 'facts', 'notes', 'projects', 'topics'].toSorted(),
  );
  const shared = await db.notes.filter(({ text }) => text === 'of both of them').first();
  expect(shared?.personIds).toEqual([stays.id]);
  const [met] = await meetingsBefore(stays.id, NOW.toISOString(), 1);
  expect(met?.closing?.each).toEqual({ [stays.id]: { openness: 'more', pace: null } });
  expect(Object.keys(met?.closing?.itemIds ?? {})).toEqual([stays.id]);
  for (const [table, rows] of Object.entries(all)) {
    if (!(table in RECORDS)) continue;
    for (const row of rows)
      expect(RECORDS[table as keyof typeof RECORDS].safeParse(row).success, table).toBe(true);
  }
});

test('a meeting whose time is not known goes along, and what is prepared for the next time is still found', async () => {
  const { stays, goes } = await twice();
  const begun = await nextTime(goes.id, NOW);
  await joinPeople(stays.id, goes.id, NOW);
  expect(await db.meetings.get(begun.id)).toMatchObject({ personIds: [stays.id], start: null });
  expect((await nextTime(stays.id, NOW)).id).toBe(begun.id);
});

describe('where another browser has not heard of it', () => {
  const EARLIER = new Date(2026, 10, 19, 9);
  const LATER = new Date(2026, 10, 20, 9);
  type Rows = Awaited<ReturnType<typeof everything>>;
  const fill = async (all: Rows) => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut(all[table.name] ?? []);
    }
  };
  const bring = async (file: Blob) => {
    const staged = await stage(file);
    const preview = await previewRestore(staged, 'merge');
    expect(await restore(staged, 'merge')).toEqual(preview);
  };
  const now = async () => ({ all: await everything(), file: (await writeBackup()).blob });

  /**
   * Both hold the two people; this browser joins them, and the other one has written more about the one that goes, before and since.
   * @returns what each holds, and its file; this one's is at hand
   */
  async function both(elsewhere: (stays: string, goes: string) => Promise<unknown> = async () => undefined) {
    const { stays, goes, ana } = await twice();
    const same = await everything();
    const before = await addThought([goes.id], 'before', null, EARLIER);
    const since = await addThought([goes.id, ana.id], 'since', null, LATER);
    const fact = await addFact(goes.id, 'Plays chess', 'hobby', EARLIER);
    const event = anEvent({ key: 'theirs', start: '2026-11-17T12:00:00.000Z', day: '2026-11-17' });
    const met = await keepMeeting(event, [goes.id], 'prepared', EARLIER);
    await elsewhere(stays.id, goes.id);
    const theirs = await now();
    await fill(same);
    await joinPeople(stays.id, goes.id, NOW);
    return { stays, goes, ana, before, since, fact, met, ours: await now(), theirs };
  }
  const ways = [
    ['here', 'ours', 'theirs'],
    ['there', 'theirs', 'ours'],
  ] as const;

  test.each(ways)('all that it wrote follows: brought together %s', async (_, to, from) => {
    const two = await both();
    const { stays, goes, ana, before, since, fact, met } = two;
    await fill(two[to].all);
    await bring(two[from].file);
    expect(await db.notes.get(before.id)).toEqual({
      ...before,
      personIds: [stays.id],
      timeline: [`${stays.id} ${before.at}`],
    });
    expect((await db.notes.get(since.id))?.personIds).toEqual([stays.id, ana.id]);
    expect((await db.facts.get(fact.id))?.personId).toBe(stays.id);
    expect((await db.meetings.get(met.id))?.personIds).toEqual([stays.id]);
    expect(await db.people.get(goes.id)).toBeUndefined();
    const { tombstones: _gone, ...rest } = await everything();
    expect(JSON.stringify(rest)).not.toContain(goes.id);
    // The same again changes nothing, from either.
    const once = await everything();
    for (const one of [two[from], two[to]]) {
      await bring(one.file);
      expect(await everything()).toEqual(once);
    }
  });

  test.each(ways)(
    'who stays has all addresses, though it was written since there: %s',
    async (_, to, from) => {
      const two = await both(async (stays, goes) => {
        await changePerson(stays, { role: 'Head of all' }, LATER);
        await changePerson(goes, { emails: ['stephen@b.example', 'new@b.example'] }, EARLIER);
      });
      await fill(two[to].all);
      await bring(two[from].file);
      expect(await db.people.get(two.stays.id)).toMatchObject({
        role: 'Head of all',
        emails: ['steve@a.example', 'stephen@b.example', 'new@b.example'],
        aliases: expect.arrayContaining(['Stephen Tan']),
      });
      const once = await everything();
      await bring(two[from].file);
      expect(await everything()).toEqual(once);
    },
  );

  test('an address that was added there before the joining, and not known here, comes along', async () => {
    const at = new Date(NOW.getTime() - 1);
    const two = await both((_, goes) => changePerson(goes, { emails: ['late@b.example'] }, at));
    // It was written later than what was taken over here.
    const [gone] = await db.tombstones.toArray();
    await db.tombstones.put({ ...gone!, joined: { into: two.stays.id, seen: EARLIER.toISOString() } });
    await bring(two.theirs.file);
    expect((await db.people.get(two.stays.id))?.emails).toContain('late@b.example');
  });

  test('an address that was taken away since does not come back from a backup of before', async () => {
    const two = await both();
    await changePerson(two.stays.id, { emails: ['steve@a.example'] }, LATER);
    await bring(two.theirs.file);
    expect((await db.people.get(two.stays.id))?.emails).toEqual(['steve@a.example']);
  });

  test('who was written there since is there again, with what is about them', async () => {
    const two = await both((_, goes) => changePerson(goes, { role: 'New' }, LATER));
    await bring(two.theirs.file);
    expect(await db.people.get(two.goes.id)).toMatchObject({ role: 'New' });
    expect((await db.notes.get(two.before.id))?.personIds).toEqual([two.goes.id]);
  });

  test('joined again with another, all follows to the last; and all goes once that one is forgotten', async () => {
    const two = await both();
    await joinPeople(two.ana.id, two.stays.id, new Date(NOW.getTime() + 1_000));
    const joined = await now();
    await bring(two.theirs.file);
    expect((await db.notes.get(two.since.id))?.personIds).toEqual([two.ana.id]);
    await fill(joined.all);
    await forgetPerson(two.ana.id, 'keep', new Date(NOW.getTime() + 2_000));
    const forgotten = await now();
    for (const [to, from] of [
      [forgotten, two.theirs],
      [two.theirs, forgotten],
    ] as const) {
      await fill(to.all);
      await bring(from.file);
      expect(await db.notes.get(two.before.id)).toBeUndefined();
      expect([await db.facts.count(), await db.meetings.count()]).toEqual([0, 0]);
      expect((await db.people.toArray()).map(({ name }) => name)).toEqual([]);
    }
  });

  test('taken back, it is as if it had never been, also where it is heard of', async () => {
    const two = await both();
    await fill(two.theirs.all);
    const undo = await joinPeople(two.stays.id, two.goes.id, NOW);
    const heard = (await writeBackup()).blob;
    await undo();
    await bring(heard);
    expect(await db.people.get(two.goes.id)).toBeDefined();
    expect((await db.notes.get(two.before.id))?.personIds).toEqual([two.goes.id]);
  });
});

test('forgetting the one that stays goes through the copies of before the joining, too', async () => {
  const { stays, goes } = await twice();
  await takeSnapshot('time', NOW);
  await joinPeople(stays.id, goes.id, NOW);
  await forgetPerson(stays.id, 'keep', NOW);
  const [copy] = await listSnapshots();
  const content = (await openSnapshot(copy?.id ?? ''))?.stream().pipeThrough(new DecompressionStream('gzip'));
  const lying = await new Response(content).text();
  expect(lying).toContain('Ana Lima');
  expect(lying).not.toMatch(/Stephen|stephen@|Tea/);
});

test('is taken back whole; nothing happens with nobody, or with oneself', async () => {
  const { stays, goes } = await twice();
  const bare = (all: Awaited<ReturnType<typeof everything>>) =>
    JSON.parse(JSON.stringify(all), (key, value) => (key === 'updatedAt' ? undefined : value));
  const before = bare(await everything());
  const undo = await joinPeople(stays.id, goes.id, NOW);
  await undo();
  expect(bare(await everything())).toEqual(before);
  await joinPeople(stays.id, stays.id, NOW);
  await joinPeople(stays.id, 'nobody', NOW);
  expect(bare(await everything())).toEqual(before);
});

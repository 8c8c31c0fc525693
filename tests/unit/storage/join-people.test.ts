import { beforeEach, expect, test } from 'vitest';
import { RECORDS } from '../../../prep/records/index.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { addFact } from '../../../storage/facts.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { joinPeople } from '../../../storage/join-people.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { meetingsBefore } from '../../../storage/meetings.ts';
import { addPerson, changePerson, personByEmail, personDraft } from '../../../storage/people.ts';
import { readPersonPage } from '../../../storage/person-page.ts';
import { addProject } from '../../../storage/projects.ts';
import { addReview } from '../../../storage/series-review.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic, setStance } from '../../../storage/topics.ts';
import { anEvent } from '../../fixtures/records.ts';

const NOW = new Date(2026, 10, 19, 12);
beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

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
  expect(tombstones).toContainEqual({ id: goes.id, table: 'people', deletedAt: NOW.toISOString() });
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

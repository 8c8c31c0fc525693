import { beforeEach, expect, test } from 'vitest';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { addFact } from '../../../storage/facts.ts';
import { noteRow } from '../../../storage/notes.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { dayOfEntry, PERSON_FILTERS } from '../../../storage/person-history.ts';
import { type PersonData, readPersonPage } from '../../../storage/person-page.ts';
import { addProject } from '../../../storage/projects.ts';
import { addSamplePeople } from '../../../storage/sample.ts';
import { addReview } from '../../../storage/series-review.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic } from '../../../storage/topics.ts';

const NOW = new Date(2026, 10, 21, 12);
const STEVE = 'sample:person:steve.tan';
const ALL = { filter: 'all', limit: 60, upTo: null } as const;

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

const texts = (data: PersonData | undefined) =>
  data?.days.map(({ day, entries }) => [
    day,
    ...entries.map(({ table, row }) => `${table}: ${'text' in row ? row.text : row.title}`),
  ]);

test('all that is about a person, by the day, newest first, and nothing about others', async () => {
  const { id } = await addPerson(personDraft('Ana Lima'));
  const at = (day: number, hour = 9) => new Date(2026, 10, day, hour);
  await addThought([id, 'other'], 'a thought', null, at(3));
  await addThought(['other'], 'not hers', null, at(3));
  const item = await addActionItem({ personIds: [id], owner: 'me', text: 'a promise', due: null }, at(2));
  await changeActionItem(item.id, { state: 'kept' }, at(9));
  await addTopic([id], 'a topic', at(2, 8));
  await addFact(id, 'a fact', 'other', at(4));
  const asking = { personId: id, questionId: 'q', meetingId: null, text: 'a question', level: null };
  await recordAsking(asking, 'asked', 'yes', at(5));
  await recordAsking({ ...asking, questionId: 'r', text: 'only suggested' }, 'suggested', '', at(5));
  await addDecision(
    {
      personIds: [id],
      meetingId: null,
      text: 'a decision',
      againOn: '2026-12-01',
      at: at(5, 10).toISOString(),
    },
    at(5),
  );
  await addReview(
    { personIds: [id], seriesKey: null, startedOn: '2026-09-21', reviewOn: '2026-12-21' },
    at(1),
  );
  await addProject([id], 'a project', null, at(1));
  const data = await readPersonPage(id, ALL, NOW);
  expect(texts(data)).toEqual([
    ['2026-11-05', 'decisions: a decision', 'askings: a question'],
    ['2026-11-04', 'facts: a fact'],
    ['2026-11-03', 'notes: a thought'],
    ['2026-11-02', 'actionItems: a promise', 'topics: a topic'],
    ['2026-11-01', 'projects: a project'],
  ]);
  expect(data).toMatchObject({
    more: false,
    review: { reviewOn: '2026-12-21' },
    projects: [{ title: 'a project' }],
  });
});

test('each filter shows its own kind and leaves out days without it', async () => {
  await addSamplePeople(NOW);
  const kinds = {
    notes: 'notes',
    promises: 'actionItems',
    answers: 'askings',
    facts: 'facts',
    decisions: 'decisions',
  } as const;
  for (const filter of PERSON_FILTERS) {
    const data = await readPersonPage(STEVE, { ...ALL, filter }, NOW);
    const tables = new Set(data?.days.flatMap(({ entries }) => entries.map(({ table }) => table)));
    if (filter === 'all') expect(tables.size).toBeGreaterThan(3);
    else expect([...tables].filter((table) => table !== kinds[filter])).toEqual([]);
    if (filter !== 'all') expect(data?.days.every(({ entries }) => entries.length > 0)).toBe(true);
  }
});

test('meetings stand on their days, also where nothing was written', async () => {
  await addSamplePeople(NOW);
  const data = await readPersonPage(STEVE, ALL, NOW);
  const met = data?.days.flatMap(({ meetings }) => meetings) ?? [];
  expect(met.map(({ id }) => id)).toEqual(data?.past.map(({ id }) => id).slice(0, met.length));
  expect(met.length).toBeGreaterThan(3);
});

test('many notes: a page at a time, whole days, every note once', async () => {
  const { id } = await addPerson(personDraft('Long Known'));
  const notes = Array.from({ length: 1_000 }, (_, index) => {
    const at = new Date(NOW.getTime() - index * 3 * 3_600_000).toISOString();
    return noteRow({
      id: `note-${index}`,
      createdAt: at,
      updatedAt: at,
      personIds: [id],
      meetingId: null,
      kind: 'thought',
      text: index % 100 === 7 ? ' ' : `note ${index}`,
      at,
      origin: null,
      sensitivity: 'normal',
      expiresOn: null,
      shareable: false,
      tags: [],
    });
  });
  await db.notes.bulkAdd(notes);
  const ids = (data: PersonData | undefined) =>
    data?.days.flatMap(({ entries }) => entries.map(({ row }) => row.id)) ?? [];
  const first = await readPersonPage(id, ALL, NOW);
  expect(first?.more).toBe(true);
  expect(ids(first).length).toBeLessThan(70);
  expect(ids(first)).toEqual(
    notes
      .filter(({ text }) => text !== ' ')
      .slice(0, ids(first).length)
      .map((note) => note.id),
  );
  const second = ids(await readPersonPage(id, { ...ALL, limit: 120 }, NOW));
  expect(second.slice(0, ids(first).length)).toEqual(ids(first));
  expect(second.length).toBeGreaterThanOrEqual(119);
  const all = await readPersonPage(id, { ...ALL, limit: 20_000 }, NOW);
  expect(all?.more).toBe(false);
  expect(ids(all)).toHaveLength(990);
  // From the day of an old one on.
  const day = await dayOfEntry('note-900');
  const old = await readPersonPage(id, { ...ALL, upTo: day ?? null }, NOW);
  expect(old?.days[0]?.day).toBe(day);
  expect(ids(old)).toContain('note-900');
});

test('from an old day on, nothing newer of any kind', async () => {
  const { id } = await addPerson(personDraft('Ana Lima'));
  for (const day of [3, 9]) {
    await addThought([id], `thought ${day}`, null, new Date(2026, 10, day, 23));
    await addActionItem(
      { personIds: [id], owner: 'me', text: `promise ${day}`, due: null },
      new Date(2026, 10, day),
    );
    await addFact(id, `fact ${day}`, 'other', new Date(2026, 10, day));
  }
  const data = await readPersonPage(id, { ...ALL, upTo: '2026-11-03' }, NOW);
  expect(texts(data)?.flat().sort()).toEqual([
    '2026-11-03',
    'actionItems: promise 3',
    'facts: fact 3',
    'notes: thought 3',
  ]);
});

test('nobody, and no record', async () => {
  expect(await readPersonPage('gone', ALL, NOW)).toBeUndefined();
  expect(await dayOfEntry('gone')).toBeUndefined();
});

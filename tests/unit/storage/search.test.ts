import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SEARCHED } from '../../../prep/search-entries.ts';
import { readQuery } from '../../../prep/search-query.ts';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { keepInInbox } from '../../../storage/captures.ts';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { addPerson, listPeople, personDraft } from '../../../storage/people.ts';
import { remove } from '../../../storage/remove.ts';
import { addSamplePeople, removeSamplePeople } from '../../../storage/sample.ts';
import { search } from '../../../storage/search.ts';
import { SearchIndex } from '../../../storage/search-index.ts';
import { eraseSearch, loadStored } from '../../../storage/search-store.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { addTopic, changeTopic } from '../../../storage/topics.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
let stop = new AbortController();

beforeEach(async () => {
  stop = new AbortController();
  await Promise.all(db.tables.map((table) => table.clear()));
  await eraseSearch();
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

async function opened(signal = stop.signal): Promise<SearchIndex> {
  const index = new SearchIndex(() => {}, signal);
  await index.open();
  expect(index.standing).toMatchObject({ state: 'ready' });
  return index;
}

/** What a query finds, as `table: text`. */
async function found(index: SearchIndex, text: string): Promise<string[]> {
  const { groups, count } = await search(index, readQuery(text, await listPeople(), '2026-11-21', 'en'));
  const all = groups.flatMap(({ table, hits }) =>
    hits.map(({ row }) => `${table}: ${'text' in row ? row.text : 'name' in row ? row.name : row.id}`),
  );
  expect(count).toBe(all.length);
  return all;
}

const soon = (expected: () => Promise<void>) => vi.waitFor(expected, { timeout: 5_000, interval: 10 });

test('everything that was written is found by its words, and what is to be done comes first', async () => {
  const { id } = await addPerson({ ...personDraft('Lia Launch'), team: 'Rockets' });
  await addThought([id], 'A launch is near');
  await addActionItem({ personIds: [id], owner: 'me', text: 'Launch it', due: null });
  await addTopic([id], 'Which launch?');
  await addFact(id, 'Saw a launch');
  await keepInInbox('caught', 'launch?', null);
  const asking = { personId: id, questionId: 'q', meetingId: null, text: 'How do launches go?', level: null };
  await recordAsking(asking, 'asked', 'Better');
  await recordAsking({ ...asking, questionId: 'r', text: 'A launch not asked' }, 'suggested');
  const index = await opened();
  expect(await found(index, 'LAUNCH')).toEqual([
    'people: Lia Launch',
    'actionItems: Launch it',
    'topics: Which launch?',
    'captures: launch?',
    'notes: A launch is near',
    'askings: How do launches go?',
    'facts: Saw a launch',
  ]);
  expect(await found(index, 'better')).toEqual(['askings: How do launches go?']);
  expect(await found(index, 'rockets')).toEqual(['people: Lia Launch']);
});

test('what narrows: a person, days, open and closed', async () => {
  const ana = await addPerson(personDraft('Ana Lima'));
  const steve = await addPerson(personDraft('Steve Tan'));
  await addThought([ana.id], 'old plan', null, new Date(2026, 8, 30, 23, 59));
  await addThought([steve.id], 'new plan', null, new Date(2026, 9, 1));
  const item = await addActionItem({ personIds: [steve.id], owner: 'me', text: 'plan it', due: null });
  const index = await opened();
  expect(await found(index, 'with:ana plan')).toEqual(['notes: old plan']);
  expect(await found(index, 'plan before:october')).toEqual(['notes: old plan']);
  expect(await found(index, 'plan after:2026-10-01 before:2026-10-02')).toEqual(['notes: new plan']);
  expect(await found(index, 'is:open plan')).toEqual(['actionItems: plan it']);
  expect(await found(index, 'is:closed plan')).toEqual([]);
  await changeActionItem(item.id, { state: 'kept' });
  await soon(async () => expect(await found(index, 'is:closed plan')).toEqual(['actionItems: plan it']));
  const { closed } = await search(index, readQuery('is:open plan', [], '2026-11-21', 'en'));
  expect(closed).toBe(1);
});

test('changes, deletions and what is taken back are followed while it is open', async () => {
  const index = await opened();
  const note = await addThought([], 'first words');
  await soon(async () => expect(await found(index, 'words')).toEqual(['notes: first words']));
  await db.notes.put({ ...note, text: 'second words', updatedAt: new Date().toISOString(), timeline: [] });
  await soon(async () => expect(await found(index, 'words')).toEqual(['notes: second words']));
  expect(await found(index, 'first')).toEqual([]);
  const undo = await remove('notes', [note.id]);
  await soon(async () => expect(await found(index, 'words')).toEqual([]));
  // Not only left out of what is shown: its words are gone.
  await soon(async () => expect(JSON.stringify(await loadStored())).not.toContain('second words'));
  await undo();
  await soon(async () => expect(await found(index, 'words')).toEqual(['notes: second words']));
});

test('what changed while it was closed is found at the next opening, without all being read again', async () => {
  const topic = await addTopic(['p'], 'carried on', NOW);
  const first = new AbortController();
  await opened(first.signal);
  first.abort();
  const made = await loadStored();
  await changeTopic(topic.id, { text: 'carried off' });
  const read = vi.spyOn(db.topics, 'where');
  const index = await opened();
  await soon(async () => expect(await found(index, 'off')).toEqual(['topics: carried off']));
  expect(read).not.toHaveBeenCalledWith('id');
  expect((await loadStored())?.state.builtAt).toBe(made?.state.builtAt);
});

test('what came or went without a trace is noticed by the numbers', async () => {
  await addSamplePeople(NOW);
  const first = new AbortController();
  await opened(first.signal);
  first.abort();
  await removeSamplePeople();
  // Written before the last day, as from a backup.
  const old = { id: 'old', createdAt: NOW.toISOString(), updatedAt: '2020-01-01T00:00:00.000Z' };
  await db.facts.add({
    ...old,
    personId: 'p',
    text: 'from a backup',
    kind: 'other',
    learntOn: '2020-01-01',
    confirmedOn: '2020-01-01',
    shownAt: null,
  });
  const index = await opened();
  await soon(async () => {
    expect(await found(index, 'launch')).toEqual([]);
    expect(await found(index, 'backup')).toEqual(['facts: from a backup']);
  });
  const stored = await loadStored();
  expect(stored?.chunks.reduce((sum, { ends }) => sum + ends.length, 0)).toBe(1);
});

test('the numbers of stored entries are those of the rows, whatever was done', async () => {
  await addSamplePeople(NOW);
  const index = await opened();
  const people = await listPeople();
  for (const { id } of people.slice(0, 3)) {
    await addThought([id], 'thought of');
    await (await remove('people', [id]))();
  }
  await soon(async () => {
    expect(await found(index, 'thought of')).toHaveLength(3);
    const stored = await loadStored();
    for (const table of SEARCHED) {
      const entries = stored?.chunks.filter((chunk) => chunk.table === table) ?? [];
      const count = entries.reduce((sum, { ends }) => sum + ends.length, 0);
      expect([table, count]).toEqual([table, await db.table(table).count()]);
    }
  });
});

test('erased, nothing of any text is left, and another window that is open does not bring it back', async () => {
  const note = await addThought(['p'], 'to be forgotten');
  const index = await opened();
  expect(JSON.stringify(await loadStored())).toContain('to be forgotten');
  await db.notes.delete(note.id);
  await eraseSearch();
  expect(await loadStored()).toBeUndefined();
  // The window goes on.
  await addThought(['p'], 'something new');
  await soon(async () => expect(await found(index, 'something')).toEqual(['notes: something new']));
  await soon(async () => expect(await loadStored()).toBeDefined());
  expect(JSON.stringify(await loadStored())).not.toContain('forgotten');
  expect(await found(index, 'forgotten')).toEqual([]);
});

test('two windows at once store each change once', async () => {
  const [one, two] = [await opened(), await opened()];
  await addThought([], 'seen by both');
  await soon(async () => {
    expect(await found(one, 'both')).toHaveLength(1);
    expect(await found(two, 'both')).toHaveLength(1);
    const stored = await loadStored();
    expect(stored?.chunks.reduce((sum, { ends }) => sum + ends.length, 0)).toBe(1);
  });
});

test('vent notes are left out, their words stored nowhere, and found when they are asked for', async () => {
  const of = { meetingId: 'm', kind: 'said' as const, personIds: ['p'], at: NOW.toISOString() };
  const note = await writeMeetingNote(of, 'this stays between us');
  await db.notes.update(note.id, { sensitivity: 'vent', updatedAt: new Date().toISOString() });
  const index = await opened();
  expect(await found(index, 'between')).toEqual([]);
  expect(JSON.stringify(await loadStored())).not.toContain('between');
  expect(index.hasVents).toBe(true);
  expect(await found(index, 'is:vent between')).toEqual(['notes: this stays between us']);
  expect(await found(index, 'is:vent other')).toEqual([]);
});

test('a vent that waits in the inbox is left out as well', async () => {
  await keepInInbox('1', '~ this waits between us', null);
  const index = await opened();
  expect(await found(index, 'between')).toEqual([]);
  expect(JSON.stringify(await loadStored())).not.toContain('between');
  expect(index.hasVents).toBe(true);
  expect(await found(index, 'is:vent between')).toEqual(['captures: ~ this waits between us']);
});

test('a stored index of another version is made anew', async () => {
  await addThought([], 'here');
  const first = new AbortController();
  await opened(first.signal);
  first.abort();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await db.notes.toCollection().modify({ text: 'there' });
  await eraseSearch();
  expect(await found(await opened(), 'there')).toEqual(['notes: there']);
});

test('records that cannot be read are said', async () => {
  vi.spyOn(db, 'table').mockImplementation(() => {
    throw new Error('no disk');
  });
  const index = new SearchIndex(() => {}, stop.signal);
  await index.open();
  expect(index.standing).toMatchObject({ state: 'failed', error: new Error('no disk') });
});

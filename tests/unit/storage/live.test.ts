import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { clearTrouble, databaseTrouble, reportTrouble } from '../../../storage/db-trouble.ts';
import { type Live, live } from '../../../storage/live.ts';
import { addPerson, listPeople, personDraft } from '../../../storage/people.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(clearTrouble);

function watch<T>(query: () => Promise<T>) {
  const seen: Live<T>[] = [];
  const stop = new AbortController();
  live(query, (now) => void seen.push(now), stop.signal);
  return { seen, stop: () => stop.abort() };
}

test('answers now and after each change, until it is stopped', async () => {
  const { seen, stop } = watch(() => db.people.count());
  await vi.waitFor(() => expect(seen).toEqual([{ state: 'ready', value: 0 }]));
  await addPerson(personDraft('Ana'));
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ state: 'ready', value: 1 }));
  stop();
  await addPerson(personDraft('Rui'));
  await new Promise((done) => setTimeout(done, 20));
  expect(seen.at(-1)).toEqual({ state: 'ready', value: 1 });
});

test('a failure keeps the last answer', async () => {
  let fail = false;
  const { seen, stop } = watch(async () => {
    const people = await listPeople();
    if (fail) throw new Error('torn');
    return people.length;
  });
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ state: 'ready', value: 0 }));
  fail = true;
  await addPerson(personDraft('Ana'));
  await vi.waitFor(() =>
    expect(seen.at(-1)).toMatchObject({ state: 'failed', value: 0, error: new Error('torn') }),
  );
  stop();
});

test('a database in trouble is said: before the question, after it, and no longer once it answers', async () => {
  reportTrouble('blocked', 'held open');
  let answer: (value: number) => void = () => {};
  const { seen, stop } = watch(() => new Promise<number>((done) => (answer = done)));
  expect(seen).toMatchObject([{ state: 'failed', error: { kind: 'blocked', detail: 'held open' } }]);
  await vi.waitFor(() => {
    answer(7);
    expect(seen.at(-1)).toEqual({ state: 'ready', value: 7 });
  });
  expect(databaseTrouble()).toBeUndefined();
  reportTrouble('outdated');
  expect(seen.at(-1)).toMatchObject({ state: 'failed', value: 7, error: { kind: 'outdated' } });
  stop();
  const after = seen.length;
  reportTrouble('failed');
  expect(seen).toHaveLength(after);
});

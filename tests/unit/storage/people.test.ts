import { beforeEach, describe, expect, test } from 'vitest';
import { onSpottingChanged } from '../../../storage/calendar-tabs.ts';
import { db } from '../../../storage/db.ts';
import {
  AddressTaken,
  addPerson,
  changePerson,
  listPeople,
  personByEmail,
  personDraft,
  readPerson,
} from '../../../storage/people.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const steveDraft = personDraft('Steve Tan', [' Steve.Tan@Example.com ']);

describe('adding', () => {
  test('keeps the person with an own id, both times, and addresses as they are compared', async () => {
    const now = new Date('2026-11-19T14:00:00.000Z');
    const steve = await addPerson(steveDraft, now);
    expect(steve).toMatchObject({
      name: 'Steve Tan',
      emails: ['steve.tan@example.com'],
      trust: 'new',
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    });
    expect(await readPerson(steve.id)).toEqual(steve);
    expect(await personByEmail('STEVE.tan@example.com')).toEqual(steve);
    expect(await personByEmail('nobody@example.com')).toBeUndefined();
  });

  test('an address that somebody has is refused by name, and nothing is changed', async () => {
    const steve = await addPerson(steveDraft);
    const adding = addPerson(personDraft('Other', ['x@example.com', 'STEVE.TAN@example.com']));
    await expect(adding).rejects.toThrow(AddressTaken);
    await expect(adding).rejects.toMatchObject({ email: 'steve.tan@example.com', holder: steve });
    expect(await listPeople()).toEqual([steve]);
  });

  test('two people without any address are two people', async () => {
    await addPerson(personDraft('Ana'));
    await addPerson(personDraft('Ana'));
    expect(await listPeople()).toHaveLength(2);
  });

  test('of two that come at once with one address, one comes', async () => {
    const both = await Promise.allSettled([addPerson(steveDraft), addPerson(steveDraft)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listPeople()).toHaveLength(1);
  });
});

describe('changing', () => {
  test('changes what is named and leaves the rest', async () => {
    const steve = await addPerson(steveDraft, new Date('2026-11-01T10:00:00.000Z'));
    await changePerson(
      steve.id,
      { role: 'Director', emails: ['S@Example.com'] },
      new Date('2026-11-02T10:00:00.000Z'),
    );
    expect(await readPerson(steve.id)).toEqual({
      ...steve,
      role: 'Director',
      emails: ['s@example.com'],
      updatedAt: '2026-11-02T10:00:00.000Z',
    });
  });

  test('an address of somebody else is refused and changes nothing; one’s own is not', async () => {
    const steve = await addPerson(steveDraft);
    const ana = await addPerson(personDraft('Ana', ['ana@example.com']));
    const change = changePerson(ana.id, {
      name: 'Ana L',
      emails: ['ana@example.com', 'steve.tan@example.com'],
    });
    await expect(change).rejects.toMatchObject({ holder: steve });
    expect(await readPerson(ana.id)).toEqual(ana);
    await changePerson(steve.id, { emails: ['steve.tan@example.com', 'steve@home.example'] });
    expect((await personByEmail('steve@home.example'))?.id).toBe(steve.id);
  });

  test('an unknown id makes nobody', async () => {
    await changePerson('nobody', { name: 'Nobody' });
    expect(await listPeople()).toEqual([]);
  });
});

test('people are listed by name, the archived among them', async () => {
  await addPerson(personDraft('Zoë'));
  await addPerson({ ...personDraft('Ana'), archivedAt: '2026-01-01T00:00:00.000Z' });
  await addPerson(personDraft('émile'));
  expect((await listPeople()).map(({ name }) => name)).toEqual(['Ana', 'émile', 'Zoë']);
});

test('open calendar pages hear of each change', async () => {
  let heard = 0;
  onSpottingChanged(() => {
    heard += 1;
  });
  const { id } = await addPerson(steveDraft);
  await changePerson(id, { trust: 'working' });
  expect(heard).toBe(2);
});

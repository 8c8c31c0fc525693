import { beforeEach, describe, expect, test } from 'vitest';
import { spot } from '../../../prep/spot.ts';
import { db } from '../../../storage/db.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { learnSeries, readRoster, readSeries } from '../../../storage/spotting.ts';
import { anEvent } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const { seriesKey } = anEvent();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 19, 10, minute));
const learnt = async () => (await readSeries([seriesKey])).get(seriesKey);

describe('what a series is learnt to be', () => {
  test('from its guests, and from newer guests after that', async () => {
    await learnSeries(anEvent(), ['steve'], 'guests', at(0));
    await learnSeries(anEvent({ guestsComplete: true }), ['ana'], 'guests', at(1));
    expect(await learnt()).toMatchObject({ personIds: ['ana'], learntFrom: 'guests' });
    expect(await db.series.count()).toBe(1);
  });

  test('a list that is shown in part takes nobody away', async () => {
    await learnSeries(anEvent({ guestsComplete: true }), ['steve', 'ana'], 'guests', at(0));
    await learnSeries(anEvent(), ['ana', 'rui'], 'guests', at(1));
    expect((await learnt())?.personIds).toEqual(['steve', 'ana', 'rui']);
  });

  test('the user’s own answer is never overwritten by a reading, only by another answer', async () => {
    await learnSeries(anEvent(), ['steve'], 'chosen', at(0));
    await learnSeries(anEvent(), ['ana'], 'guests', at(1));
    expect(await learnt()).toMatchObject({ personIds: ['steve'], learntFrom: 'chosen' });
    await learnSeries(anEvent(), ['rui'], 'chosen', at(2));
    expect(await learnt()).toMatchObject({ personIds: ['rui'], learntFrom: 'chosen' });
  });

  test('an answer takes the place of a reading', async () => {
    await learnSeries(anEvent(), ['ana'], 'guests', at(0));
    await learnSeries(anEvent(), ['ana'], 'chosen', at(1));
    expect((await learnt())?.learntFrom).toBe('chosen');
  });

  test('the same again writes nothing', async () => {
    await learnSeries(anEvent(), ['steve'], 'guests', at(0));
    await learnSeries(anEvent(), ['steve'], 'guests', at(1));
    expect((await db.series.toArray()).map(({ updatedAt }) => updatedAt)).toEqual([at(0).toISOString()]);
  });

  test('series never learnt are not there', async () => {
    await learnSeries(anEvent(), ['steve'], 'guests');
    expect([...(await readSeries([seriesKey, 'other'])).keys()]).toEqual([seriesKey]);
  });

  test('a page cannot fill the disk: the oldest readings make room', async () => {
    const row = (index: number) => ({
      id: `series ${index}`,
      createdAt: at(0).toISOString(),
      updatedAt: new Date(at(0).getTime() + index).toISOString(),
      seriesKey: `series ${index}`,
      personIds: ['steve'],
      learntFrom: 'guests' as const,
    });
    await db.series.bulkAdd(Array.from({ length: 5_000 }, (_, index) => row(index)));
    await learnSeries(anEvent(), ['steve'], 'guests', at(1));
    expect(await db.series.count()).toBe(5_000);
    expect(await db.series.get('series 0')).toBeUndefined();
    expect(await learnt()).toBeDefined();
  });
});

test('the roster knows people, and never the user: by the account, by what was set', async () => {
  await addPerson(personDraft('Steve Tan', ['steve.tan@example.com']));
  await addPerson(personDraft('Diane Moreau', ['diane@example.com']));
  await changeSettings({ ownEmails: ['d.moreau@example.com'] });
  const known = await readRoster({ email: 'diane@example.com', name: 'Diane Moreau' });
  expect([...known.ownMailboxes].sort()).toEqual(['d.moreau@example.com', 'diane@example.com']);
  expect([...known.byEmail.keys()]).toEqual(['steve.tan@example.com']);
  expect(spot(anEvent({ title: 'Diane / Steve' }), known)).toMatchObject({ sure: true, rule: 'title' });
  const nobody = await readRoster({ email: null, name: null });
  expect([...nobody.ownMailboxes]).toEqual(['d.moreau@example.com']);
});

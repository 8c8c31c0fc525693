import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addPerson, changePerson, personDraft } from '../../../storage/people.ts';
import { readWeek } from '../../../storage/week.ts';
import { anEvent } from '../../fixtures/records.ts';

const NOW = new Date(2026, 10, 19, 13, 48);
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('the meetings of the six days after today, in order, with those who are peers still', async () => {
  const steve = await addPerson(personDraft('Steve Tan'));
  const gone = await addPerson(personDraft('Gone'));
  await changePerson(gone.id, { archivedAt: '2026-01-01T00:00:00.000Z' });
  const keep = (key: string, start: string | null, day: string, ids = [steve.id]) =>
    keepMeeting(anEvent({ key, title: key, day, start, end: null }), ids, 'spotted');
  await keep('today', at(19, 16), '2026-11-19');
  await keep('friday late', at(20, 15), '2026-11-20');
  await keep('friday', at(20, 9), '2026-11-20');
  await keep('friday, some time', null, '2026-11-20', [steve.id, gone.id]);
  await keep('archived', at(21, 9), '2026-11-21', [gone.id]);
  await keep('last', at(25, 23), '2026-11-25');
  await keep('a week on', at(26, 9), '2026-11-26');
  const week = await readWeek(NOW);
  expect(week.map(({ meeting, day, names }) => [meeting.eventKey, day, names.join()])).toEqual([
    ['friday', '2026-11-20', 'Steve Tan'],
    ['friday late', '2026-11-20', 'Steve Tan'],
    ['friday, some time', '2026-11-20', 'Steve Tan'],
    ['last', '2026-11-25', 'Steve Tan'],
  ]);
});

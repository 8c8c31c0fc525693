import { beforeEach, expect, test } from 'vitest';
import { settings } from '../../../prep/records/settings.ts';
import { onSpottingChanged } from '../../../storage/calendar-tabs.ts';
import { db } from '../../../storage/db.ts';
import { changeAddresses, changeSettings, readSettings } from '../../../storage/settings.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('before anything is set there are defaults, marks on', async () => {
  const found = await readSettings();
  expect(found).toEqual({
    ownEmails: [],
    ownName: '',
    ownRole: '',
    marks: true,
    notOffered: [],
    hintsOff: [],
    weekHours: null,
    peerDay: null,
    largestMeeting: 8,
    ignoredWords: [],
  });
  expect(settings.safeParse(found).success).toBe(true);
});

test('a change changes what it names and leaves the rest', async () => {
  await changeSettings({ marks: false });
  await changeSettings({ ownEmails: ['diane@example.com'] });
  expect(await readSettings()).toMatchObject({ marks: false, ownEmails: ['diane@example.com'], ownName: '' });
  expect(await db.settings.count()).toBe(1);
});

test('changes at once are all kept', async () => {
  await Promise.all([
    changeSettings({ marks: false }),
    changeSettings({ ownName: 'Diane' }),
    changeSettings({ notOffered: ['x@example.com'] }),
  ]);
  expect(await readSettings()).toMatchObject({
    marks: false,
    ownName: 'Diane',
    notOffered: ['x@example.com'],
  });
});

test('addresses that two windows add and take out at once are all added and taken out', async () => {
  await changeSettings({ ownEmails: ['a@example.com', 'b@example.com'], notOffered: ['x@example.com'] });
  await Promise.all([
    changeAddresses('ownEmails', { with: 'c@example.com' }),
    changeAddresses('ownEmails', { without: 'a@example.com' }),
    changeAddresses('notOffered', { with: 'y@example.com' }),
    changeAddresses('ownEmails', { with: 'd@example.com' }),
  ]);
  expect(await readSettings()).toMatchObject({
    ownEmails: ['b@example.com', 'c@example.com', 'd@example.com'],
    notOffered: ['x@example.com', 'y@example.com'],
  });
});

test('an address that is there already is there once, and one that is not can be taken out', async () => {
  await changeAddresses('ownEmails', { with: 'a@example.com' });
  await changeAddresses('ownEmails', { with: 'a@example.com' });
  await changeAddresses('ownEmails', { without: 'b@example.com' });
  expect((await readSettings()).ownEmails).toEqual(['a@example.com']);
});

test('a row of an older version is filled up with what is new', async () => {
  await db.table('settings').put({ id: 'settings', marks: false });
  expect(await readSettings()).toMatchObject({ marks: false, notOffered: [] });
});

test('open calendar pages hear of a change', async () => {
  let heard = 0;
  onSpottingChanged(() => {
    heard += 1;
  });
  await changeSettings({ marks: false });
  expect(heard).toBe(1);
});

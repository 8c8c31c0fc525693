import { beforeEach, expect, test } from 'vitest';
import { handlers } from '../../../entrypoints/background/handlers.ts';
import type { CalendarEvent } from '../../../prep/calendar-event.ts';
import { readCurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import type { Sender } from '../../../storage/message-contract.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { learnSeries } from '../../../storage/spotting.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

const account = { email: 'diane@example.com', name: 'Diane Moreau' };
const sender = { tab: { id: 7, windowId: 1 } } as unknown as Sender;
const run = handlers(undefined);
const open = (event: CalendarEvent) => run.opened({ account, event, kind: 'bubble' }, sender);

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const guests = (size: number) => ({
  guests: ['diane', 'steve', ...Array.from({ length: size - 2 }, (_, index) => `guest-${index}`)].map(
    (name) => ({ email: `${name}@example.com`, name: null }),
  ),
  guestsComplete: true,
});
const addSteve = () => addPerson(personDraft('Steve Tan', ['steve@example.com']));

test('a meeting of twelve, opened, is with nobody: no card, nothing kept, nothing learnt', async () => {
  await addSteve();
  const event = anEvent(guests(12));
  expect(await open(event)).toEqual({ kind: 'none' });
  expect(await run.spot({ account, events: [event, anEvent({ key: 'next a@x.example' })] }, sender)).toEqual(
    [],
  );
  expect([await db.meetings.count(), await db.series.count()]).toEqual([0, 0]);
  expect(await readCurrentEvent(1)).toBeUndefined();
  await changeSettings({ largestMeeting: 12 });
  expect(await open(event)).toMatchObject({ kind: 'peers', names: ['Steve Tan'] });
});

test('one that was kept before is forgotten when it is opened, with what its series was learnt to be', async () => {
  const steve = await addSteve();
  const event = anEvent({ ...guests(12), start: '2026-01-05T10:00:00.000Z', day: '2026-01-05' });
  await keepMeeting(event, [steve.id], 'spotted');
  await learnSeries(event, [steve.id], 'guests');
  expect(await open(event)).toEqual({ kind: 'none' });
  expect([await db.meetings.count(), await db.series.count()]).toEqual([0, 0]);
});

test('one that a view shows is forgotten, unless something was written for it', async () => {
  const steve = await addSteve();
  const [bare, noted] = [
    anEvent({ key: 'one a@x.example', title: 'Stand-up with Steve' }),
    anEvent({ key: 'two a@x.example', title: 'Steve: stand-up' }),
  ];
  const other = anEvent({ key: 'three a@x.example', title: 'Steve' });
  await run.spot({ account, events: [bare, noted, other] }, sender);
  const meeting = await db.meetings.where('eventKey').equals(noted.key).first();
  await writeMeetingNote(
    { meetingId: meeting!.id, personIds: [steve.id], kind: 'said', at: bare.start ?? '' },
    'Kept',
  );
  await changeSettings({ ignoredWords: ['stand up'] });
  expect(await run.spot({ account, events: [bare, noted, other] }, sender)).toEqual([
    { key: other.key, sure: true },
  ]);
  expect((await db.meetings.toArray()).map(({ eventKey }) => eventKey).sort()).toEqual(
    [noted.key, other.key].sort(),
  );
});

test('whom the user answered with is in it all the same', async () => {
  const steve = await addSteve();
  await learnSeries(anEvent(), [steve.id], 'chosen');
  await changeSettings({ ignoredWords: ['planning'] });
  expect(await open(anEvent(guests(12)))).toMatchObject({ kind: 'peers', chosen: true });
  expect(await run.spot({ account, events: [anEvent()] }, sender)).toHaveLength(1);
  expect((await db.series.toArray())[0]).toMatchObject({ learntFrom: 'chosen' });
});

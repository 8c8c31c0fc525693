import { expect, test } from 'vitest';
import { handlers } from '../../../entrypoints/background/handlers.ts';
import { readCurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import type { Sender } from '../../../storage/message-contract.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { anEvent } from '../../fixtures/records.ts';

const account = { email: 'diane@example.com', name: 'Diane Moreau' };
const sender = { tab: { id: 7, windowId: 1 } } as unknown as Sender;
const run = handlers(undefined);

test('whole days that only name a peer are no meeting, until the user says so on the card', async () => {
  const steve = await addPerson(personDraft('Steve Tan', ['steve@example.com']));
  const event = anEvent({ title: 'Steve on holiday', start: null, end: null, allDay: true });
  // As kept before it was known to be of whole days.
  await keepMeeting(event, [steve.id], 'spotted');
  expect(await run.spot({ account, events: [event] }, sender)).toEqual([]);
  expect(await db.meetings.count()).toBe(0);

  const asks = { kind: 'which', candidates: [{ id: steve.id, name: 'Steve Tan' }] };
  expect(await run.opened({ account, event, kind: 'bubble' }, sender)).toEqual(asks);
  expect(await readCurrentEvent(1)).toBeUndefined();
  await run.prepare({ account, event }, sender);
  expect(await db.meetings.count()).toBe(0);

  const card = await run.choose({ account, event, personId: steve.id }, sender);
  expect(card).toMatchObject({ kind: 'peers', names: ['Steve Tan'], chosen: true });
  expect(await run.spot({ account, events: [event] }, sender)).toEqual([{ key: event.key, sure: true }]);
  expect((await db.meetings.toArray()).map(({ personIds }) => personIds)).toEqual([[steve.id]]);
});

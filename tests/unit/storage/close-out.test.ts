import { beforeEach, expect, test } from 'vitest';
import { addActionItem } from '../../../storage/action-items.ts';
import { agendaOfMeeting, changeAgenda, startAgenda } from '../../../storage/agendas.ts';
import { cadenceChangesOf } from '../../../storage/cadence-changes.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import type { CloseOutDraft } from '../../../storage/close-out-draft.ts';
import { readCloseOutDraft } from '../../../storage/close-out-draft.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { nextTimeWith } from '../../../storage/next-time.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { anEvent } from '../../fixtures/records.ts';

const NOW = new Date('2026-11-19T14:31:00.000Z');
const EVERY_TWO = { ideal: 14, latest: 28 };

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

async function metWith(...names: string[]) {
  const people = [];
  for (const name of names) people.push(await addPerson({ ...personDraft(name), cadence: EVERY_TWO }, NOW));
  const meeting = await keepMeeting(
    anEvent(),
    people.map(({ id }) => id),
    'prepared',
    NOW,
  );
  const { draft } = (await readCloseOut(meeting.id))!;
  return { meeting, people, draft, id: meeting.id };
}

function filled(draft: CloseOutDraft): CloseOutDraft {
  const steve = draft.fact.personId;
  return {
    ...draft,
    agreed: ' One bug board ',
    againOn: '2026-12-17',
    things: {
      me: { text: 'Send the calendar', due: '2026-11-20' },
      [steve]: { text: 'List the tests', due: null },
      both: { text: ' ', due: null },
    },
    fact: { ...draft.fact, text: 'Half marathon in December', kind: 'hobby' },
    each: { [steve]: { pace: 'later', openness: 'more' } },
    nextOn: '2026-12-03',
    place: 'walk',
  };
}

/** What is taken back is written anew: its time is another one. */
async function everything() {
  const rows = async (name: string) =>
    (await db.table(name).toArray()).map((row) => ({ ...row, updatedAt: undefined }));
  const all = await Promise.all(db.tables.map(async ({ name }) => [name, await rows(name)]));
  return Object.fromEntries(all) as Record<string, Record<string, unknown>[]>;
}

test('keeps all that was filled in, and takes all of it back', async () => {
  const { id, draft, people } = await metWith('Steve Tan');
  const before = await everything();
  const undo = await finishCloseOut(id, filled(draft), NOW);
  const after = await everything();
  expect(after.decisions).toMatchObject([{ text: 'One bug board', againOn: '2026-12-17', meetingId: id }]);
  expect(after.actionItems!.map(({ owner, text, due }) => [owner, text, due]).toSorted()).toEqual([
    ['me', 'Send the calendar', '2026-11-20'],
    ['them', 'List the tests', null],
  ]);
  expect(after.facts).toMatchObject([{ text: 'Half marathon in December', kind: 'hobby' }]);
  expect(after.people).toMatchObject([{ cadence: { ideal: 21, latest: 28 } }]);
  expect(await cadenceChangesOf(people[0]!.id)).toMatchObject([
    { why: 'later', from: EVERY_TWO, meetingId: id },
  ]);
  expect(after.meetings).toMatchObject([
    {
      place: 'walk',
      closing: { each: { [people[0]!.id]: { openness: 'more', pace: 'later' } }, nextOn: '2026-12-03' },
    },
  ]);
  await undo();
  expect(await everything()).toEqual(before);
});

test('closing again shows what was filled in, changes it, and makes nothing twice', async () => {
  const { id, draft, people } = await metWith('Steve Tan');
  await finishCloseOut(id, filled(draft), NOW);
  const again = (await readCloseOut(id))!;
  expect(again.draft).toMatchObject({
    agreed: 'One bug board',
    each: { [people[0]!.id]: { pace: 'later', openness: 'more' } },
    place: 'walk',
  });
  expect(again.draft.things.me).toEqual({ text: 'Send the calendar', due: '2026-11-20' });
  expect(again.known[people[0]!.id]).toEqual({ cadence: EVERY_TWO, said: [] });
  const first = await everything();
  const undo = await finishCloseOut(
    id,
    {
      ...again.draft,
      agreed: 'Two boards',
      each: { [people[0]!.id]: { pace: 'sooner', openness: null } },
      things: {},
      fact: { ...again.draft.fact, text: '' },
    },
    NOW,
  );
  const after = await everything();
  expect(after.decisions).toMatchObject([{ id: first.decisions![0]!.id, text: 'Two boards' }]);
  expect(after.actionItems).toEqual([]);
  expect(after.facts).toEqual([]);
  // From where it was before this meeting, not from where the first closing left it.
  expect(after.people).toMatchObject([{ cadence: { ideal: 7, latest: 14 } }]);
  expect(after.cadenceChanges).toMatchObject([{ why: 'sooner', from: EVERY_TWO }]);
  await undo();
  expect(await everything()).toEqual(first);
});

test('an empty close-out makes nothing but the closing itself', async () => {
  const { id, draft } = await metWith('Steve Tan');
  await finishCloseOut(id, draft, NOW);
  const { decisions, actionItems, facts, cadenceChanges, meetings } = await everything();
  expect([decisions, actionItems, facts, cadenceChanges].flat()).toEqual([]);
  expect(meetings).toMatchObject([{ closing: { at: NOW.toISOString() } }]);
});

test('in a group each peer has a thing, a pace and an openness, and what is said of nobody there is left out', async () => {
  const { id, draft, people } = await metWith('Ana Lima', 'Pedro Costa');
  const [ana, pedro] = people as [(typeof people)[0], (typeof people)[0]];
  const things = { [pedro.id]: { text: 'Ask sales', due: null }, both: { text: 'Meet in March', due: null } };
  const each = {
    [ana.id]: { pace: 'sooner', openness: 'less' },
    gone: { pace: 'later', openness: null },
  } as const;
  await finishCloseOut(id, { ...draft, things, each }, NOW);
  expect((await db.meetings.get(id))?.closing?.each).toEqual({ [ana.id]: each[ana.id] });
  expect(await cadenceChangesOf(ana.id)).toMatchObject([{ why: 'sooner', meetingId: id }]);
  expect(await cadenceChangesOf(pedro.id)).toEqual([]);
  const { actionItems, people: now } = await everything();
  expect(actionItems!.map(({ owner, personIds }) => [owner, personIds]).toSorted()).toEqual([
    ['both', [ana.id, pedro.id]],
    ['them', [pedro.id]],
  ]);
  expect(now!.find((one) => one.id === ana.id)?.cadence).toEqual({ ideal: 7, latest: 14 });
  expect(now!.find((one) => one.id === pedro.id)?.cadence).toEqual(EVERY_TWO);
});

test('sleeping on it lets the options of the agenda wait; otherwise the agenda is over', async () => {
  const { id, meeting, draft } = await metWith('Steve Tan');
  const agenda = await startAgenda(meeting, { id: 't', title: 'Six steps', steps: [] }, NOW);
  const options = [{ id: 'o', text: 'A rota', verdict: 'agreed' as const }];
  await changeAgenda(agenda.id, { options, decideAgainOn: '2027-01-04' }, NOW);
  expect((await readCloseOut(id))?.draft).toMatchObject({ agreed: 'A rota', againOn: '2027-01-04' });
  await finishCloseOut(id, { ...draft, sleepOnIt: true }, NOW);
  expect((await agendaOfMeeting(id))?.state).toBe('sleeping');
  await finishCloseOut(id, { ...draft, sleepOnIt: false }, NOW);
  expect((await agendaOfMeeting(id))?.state).toBe('done');
});

test('a meeting that stood for no event has taken place once it is closed', async () => {
  const steve = await addPerson(personDraft('Steve Tan'), NOW);
  const meeting = await keepMeeting(nextTimeWith(steve.id, '2026-11-19'), [steve.id], 'prepared', NOW);
  await finishCloseOut(meeting.id, (await readCloseOut(meeting.id))!.draft, NOW);
  expect(await db.meetings.get(meeting.id)).toMatchObject({ start: NOW.toISOString() });
  expect(await db.meetings.where('timeline').startsWith(`${steve.id} `).count()).toBe(1);
});

test('promises of the meeting that were made elsewhere stand in its recap, others do not', async () => {
  const { id, people } = await metWith('Steve Tan');
  const of = { personIds: [people[0]!.id], owner: 'me' as const, due: null };
  await addActionItem({ ...of, text: 'Here', meetingId: id }, NOW);
  await addActionItem({ ...of, text: 'Elsewhere', meetingId: null }, NOW);
  expect((await readCloseOut(id))?.promises.map(({ text }) => text)).toEqual(['Here']);
});

test('a meeting that is gone has no close-out, and closing it changes nothing', async () => {
  const { id, draft } = await metWith('Steve Tan');
  await db.meetings.clear();
  expect(await readCloseOut(id)).toBeUndefined();
  await (await finishCloseOut(id, filled(draft), NOW))();
  expect((await everything()).decisions).toEqual([]);
});

test('of a draft each field is taken back that still fits', () => {
  expect(readCloseOutDraft({ agreed: 'Yes', pace: 'quickly', againOn: '2026-02-30', nextOn: null })).toEqual({
    agreed: 'Yes',
    nextOn: null,
  });
  expect(readCloseOutDraft('no draft')).toBeUndefined();
});

test('a decision that the meeting has already stays when it is closed as it is', async () => {
  const { id, people } = await metWith('Steve Tan');
  const personIds = people.map((one) => one.id);
  await addDecision({ personIds, meetingId: id, text: 'One board', againOn: '2026-12-17' }, NOW);
  const { draft } = (await readCloseOut(id))!;
  expect(draft).toMatchObject({ agreed: 'One board', againOn: '2026-12-17' });
  await finishCloseOut(id, draft, NOW);
  expect(await db.decisions.toArray()).toMatchObject([{ text: 'One board', againOn: '2026-12-17' }]);
});

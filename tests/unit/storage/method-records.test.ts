import { beforeEach, expect, test } from 'vitest';
import { addTemplate, changeTemplate, listOwnTemplates } from '../../../storage/agenda-templates.ts';
import {
  agendaOfMeeting,
  carryAgenda,
  changeAgenda,
  startAgenda,
  waitingAgenda,
} from '../../../storage/agendas.ts';
import { beginRamp } from '../../../storage/begin-ramp.ts';
import { cadenceChangesOf, setCadence } from '../../../storage/cadence-changes.ts';
import { db } from '../../../storage/db.ts';
import { addDecision, changeDecision, decisionsDueBy } from '../../../storage/decisions.ts';
import { addPerson, personDraft, readPerson } from '../../../storage/people.ts';
import { addProject, changeProject, openProjects } from '../../../storage/projects.ts';
import { addReview, changeReview, reviewsDueBy, reviewsOf } from '../../../storage/series-review.ts';

const NOW = new Date('2026-11-19T14:30:00.000Z');
const steps = [{ id: 'one', text: 'How are you arriving?', kind: 'check-in' as const }];
const meeting = (id: string, ...personIds: string[]) => ({ id, personIds, start: NOW.toISOString() });

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('a decision comes back on its day, until it is settled; both can be taken back', async () => {
  const of = { personIds: ['steve', 'ana'], meetingId: 'm', at: NOW.toISOString() };
  const made = await addDecision({ ...of, text: 'One bug board', againOn: '2026-12-17' }, NOW);
  await addDecision({ ...of, text: 'No day named', againOn: null }, NOW);
  expect(await decisionsDueBy('2026-12-16')).toEqual([]);
  expect((await decisionsDueBy('2026-12-17')).map(({ text }) => text)).toEqual(['One bug board']);
  const undo = await changeDecision(made.id, { state: 'dropped' }, NOW);
  expect(await decisionsDueBy('2026-12-17')).toEqual([]);
  expect((await db.decisions.get(made.id))?.closedAt).toBe(NOW.toISOString());
  await undo();
  expect((await decisionsDueBy('2026-12-17')).map(({ id, closedAt }) => [id, closedAt])).toEqual([
    [made.id, null],
  ]);
  await changeDecision(made.id, { againOn: '2027-01-04' }, NOW);
  expect(await decisionsDueBy('2026-12-31')).toEqual([]);
  expect(await db.decisions.where('openFor').equals('ana').count()).toBe(1);
});

test('a meeting has one agenda, a copy of its template', async () => {
  const template = await addTemplate({ title: 'Launches', description: '', goals: [], steps }, NOW);
  const first = await startAgenda(meeting('m', 'steve'), template, NOW);
  const again = await startAgenda(meeting('m', 'steve'), { ...template, title: 'Other' }, NOW);
  expect(again.id).toBe(first.id);
  await changeTemplate(template.id, { title: 'Launches and more' }, NOW);
  expect((await listOwnTemplates()).map(({ title }) => title)).toEqual(['Launches and more']);
  expect((await agendaOfMeeting('m'))?.title).toBe('Launches');
  expect(await agendaOfMeeting('other')).toBeUndefined();
});

test('options that wait go along to the next meeting with the same people, and to no other', async () => {
  const template = await addTemplate({ title: 'Six steps', description: '', goals: [], steps }, NOW);
  const made = await startAgenda(meeting('first', 'steve', 'ana'), template, NOW);
  const options = [{ id: 'o', text: 'A rota', verdict: 'maybe' as const }];
  await changeAgenda(made.id, { options, state: 'sleeping' }, NOW);
  expect(await waitingAgenda(['steve'])).toBeUndefined();
  expect((await waitingAgenda(['ana', 'steve']))?.options).toEqual(options);
  await carryAgenda(made.id, 'second');
  await carryAgenda(made.id, 'second');
  expect(await waitingAgenda(['steve', 'ana'])).toBeUndefined();
  expect(await agendaOfMeeting('second')).toMatchObject({ meetingIds: ['first', 'second'], options });
  expect((await agendaOfMeeting('first'))?.id).toBe(made.id);
});

test('a project runs for two weeks from today, and is found while it is open', async () => {
  const made = await addProject(['steve'], 'A shared bug board', 'white-space', NOW);
  expect(made).toMatchObject({ startedOn: '2026-11-19', targetOn: '2026-12-03', stage: 'explore' });
  expect((await openProjects('steve')).map(({ title }) => title)).toEqual(['A shared bug board']);
  const undo = await changeProject(made.id, { state: 'done', outcome: 'One board' }, NOW);
  expect(await openProjects('steve')).toEqual([]);
  await undo();
  expect(await openProjects('steve')).toMatchObject([{ outcome: '', closedAt: null }]);
});

test('a review is due on its day, until it was held', async () => {
  const of = { personIds: ['steve'], seriesKey: null, startedOn: '2026-08-19' };
  const made = await addReview({ ...of, reviewOn: '2026-11-19' }, NOW);
  await addReview({ ...of, reviewOn: '2027-02-19' }, NOW);
  expect((await reviewsDueBy('2026-11-19')).map(({ id }) => id)).toEqual([made.id]);
  const undo = await changeReview(made.id, { outcome: 'slower', note: 'Less to say' }, NOW);
  expect(await reviewsDueBy('2026-11-19')).toEqual([]);
  expect((await reviewsOf('steve')).map(({ reviewOn }) => reviewOn)).toEqual(['2027-02-19', '2026-11-19']);
  await undo();
  expect((await reviewsDueBy('2026-11-19')).map(({ note }) => note)).toEqual(['']);
});

test('each change of a cadence is kept, and can be taken back', async () => {
  const steve = await addPerson(personDraft('Steve Tan'), NOW);
  await setCadence(steve.id, { ideal: 14, latest: 28 }, 'set', NOW);
  await setCadence(steve.id, { ideal: 14, latest: 28 }, 'set', NOW);
  const undo = await setCadence(steve.id, { ideal: 7, latest: 14 }, 'sooner', new Date(+NOW + 1));
  expect(
    (await cadenceChangesOf(steve.id)).map(({ from, to, why }) => [from?.ideal, to?.ideal, why]),
  ).toEqual([
    [14, 7, 'sooner'],
    [undefined, 14, 'set'],
  ]);
  await undo();
  expect((await readPerson(steve.id))?.cadence).toEqual({ ideal: 14, latest: 28 });
  expect(await cadenceChangesOf(steve.id)).toHaveLength(1);
  await setCadence('nobody', null, 'set', NOW);
  expect(await db.cadenceChanges.count()).toBe(1);
});

test('a ramp ends with a look at it: noted when it begins, brought forward, never put off; and taken back', async () => {
  const { id } = await addPerson(personDraft('Steve Tan'));
  const open = async () => (await reviewsOf(id)).map(({ reviewOn }) => reviewOn);
  const rampFrom = async () => (await readPerson(id))?.rampFrom;
  const undo = await beginRamp({ id, rampFrom: null }, NOW);
  expect([await rampFrom(), await open()]).toEqual(['2026-11-19', ['2027-01-14']]);
  await undo();
  expect([await rampFrom(), await open()]).toEqual([null, []]);

  const of = { personIds: [id], seriesKey: null, startedOn: '2026-11-01' };
  const later = await addReview({ ...of, reviewOn: '2027-02-01' }, NOW);
  const forward = await beginRamp({ id, rampFrom: null }, NOW);
  expect(await open()).toEqual(['2027-01-14']);
  await forward();
  expect(await open()).toEqual(['2027-02-01']);
  await changeReview(later.id, { reviewOn: '2026-12-01' });
  await beginRamp({ id, rampFrom: null }, NOW);
  expect(await open()).toEqual(['2026-12-01']);
});

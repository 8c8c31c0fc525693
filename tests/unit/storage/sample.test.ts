import { beforeEach, describe, expect, test } from 'vitest';
import { daysBetween } from '../../../prep/days.ts';
import { orderActionItems, orderTopics, pickFacts } from '../../../prep/order.ts';
import { actionItem } from '../../../prep/records/action-item.ts';
import { capture } from '../../../prep/records/capture.ts';
import { fact } from '../../../prep/records/fact.ts';
import { meeting } from '../../../prep/records/meeting.ts';
import { note } from '../../../prep/records/note.ts';
import { person } from '../../../prep/records/person.ts';
import { asking } from '../../../prep/records/question.ts';
import { topic } from '../../../prep/records/topic.ts';
import { suggestQuestions } from '../../../prep/suggest.ts';
import { timeToMeet } from '../../../prep/time-to-meet.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { startAgenda } from '../../../storage/agendas.ts';
import { readBrief } from '../../../storage/brief.ts';
import { readBriefQuestions } from '../../../storage/brief-questions.ts';
import { ensureBuiltInSets } from '../../../storage/built-in-sets.ts';
import { setCadence } from '../../../storage/cadence-changes.ts';
import { onSpottingChanged } from '../../../storage/calendar-tabs.ts';
import { listInbox } from '../../../storage/captures.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { addFact, noteFactsShown } from '../../../storage/facts.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { nextTimeWith } from '../../../storage/next-time.ts';
import { addPerson, changePerson, listPeople, personDraft } from '../../../storage/people.ts';
import { addProject } from '../../../storage/projects.ts';
import { localDay } from '../../../storage/record.ts';
import { remove } from '../../../storage/remove.ts';
import { addSamplePeople, hasSamplePeople, removeSamplePeople } from '../../../storage/sample.ts';
import { addReview } from '../../../storage/series-review.ts';
import { learnSeries } from '../../../storage/spotting.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { readToday } from '../../../storage/today.ts';
import { addTopic } from '../../../storage/topics.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const now = new Date(2026, 10, 19, 13, 48);
const today = localDay(now);
const STEVE = 'sample:person:steve.tan';

/** Everything in the database, by table; empty tables left out. */
async function everything(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
}

const briefOf = (personIds: string[]) => readBrief({ kind: 'event', event: anEvent(), personIds }, now);

describe('adding', () => {
  test('brings the nine people, all valid records, all marked', async () => {
    expect(await hasSamplePeople()).toBe(false);
    await addSamplePeople(now);
    expect(await hasSamplePeople()).toBe(true);
    const people = await listPeople();
    expect(people.map(({ name }) => name)).toEqual([
      'Amelie Roux',
      'Ana Lima',
      'Ana Roth',
      'Mei Chen',
      'Noor Haddad',
      'Pedro Costa',
      'Rui Alves',
      'Steve Tan',
      'Tomás Vidal',
    ]);
    expect(people.every(({ sample }) => sample)).toBe(true);
    expect(people.map(({ emails }) => emails).join()).toContain('tomas.vidal@example.com');
    const schemas = { people: person, meetings: meeting, notes: note, facts: fact, actionItems: actionItem };
    for (const [name, schema] of Object.entries({
      ...schemas,
      topics: topic,
      askings: asking,
      captures: capture,
    })) {
      const rows: unknown[] = await db.table(name).toArray();
      expect(rows.length, name).toBeGreaterThan(0);
      expect(rows.flatMap((row) => schema.safeParse(row).error?.issues ?? [])).toEqual([]);
    }
  });

  test('gives Steve the brief of an ordinary meeting', async () => {
    await addSamplePeople(now);
    const brief = await briefOf([STEVE]);
    const [steve] = brief?.peers ?? [];
    expect(steve?.past.map(({ day }) => daysBetween(day ?? '', today))).toEqual([21, 42, 56, 70, 91]);
    const items = orderActionItems(brief?.items ?? []);
    expect(items.map(({ owner, text, due }) => [owner, text, daysBetween(today, due ?? '')])).toEqual([
      ['me', 'Send the launch calendar', -6],
      ['me', 'Name a tester for the beta', 1],
      ['them', 'List the flaky checkout tests', 5],
      ['both', 'Draft one release checklist', 14],
    ]);
    expect(orderTopics(brief?.topics ?? []).map(({ text, raisedIn }) => [text, raisedIn.length])).toEqual([
      ['Who signs off a Friday hotfix?', 3],
      ['Sharing our quarter plan earlier', 0],
    ]);
    expect(pickFacts(steve?.facts ?? [], today).map(({ fact: one, stale }) => [one.text, stale])).toEqual([
      ['Training for the Porto half marathon', true],
      ['Daughter Lia took up the cello', false],
    ]);
    expect(steve?.notes[0]?.text).toBe(
      'Agreed to try one shared bug board for a month, then decide on 26 November.',
    );
  });

  test('one question was asked too lately to come again, one may', async () => {
    await ensureBuiltInSets(now);
    await addSamplePeople(now);
    const { sets, questions, askings } = await readBriefQuestions([STEVE], now);
    const asked = askings.map(({ questionId }) => questionId);
    expect(asked.toSorted()).toEqual(['question:load-and-process-5', 'question:our-teams-9']);
    const from = (questionId: string) =>
      suggestQuestions({
        sets,
        questions: questions.filter(({ id }) => id === questionId),
        askings,
        goal: 'work-better',
        trust: 'working',
        now: now.toISOString(),
        meetingId: 'this',
        sameManager: false,
        values: {},
      }).length;
    expect(from('question:load-and-process-5')).toBe(0);
    expect(from('question:our-teams-9')).toBe(1);
  });

  test('what Ana and Pedro share stands in a brief with both', async () => {
    await addSamplePeople(now);
    const both = ['sample:person:ana.lima', 'sample:person:pedro.costa'];
    const brief = await briefOf(both);
    expect(brief?.peers.map(({ person: one }) => one.name)).toEqual(['Ana Lima', 'Pedro Costa']);
    const shared = orderTopics((brief?.topics ?? []).filter(({ personIds }) => personIds.length === 2));
    expect(shared.map(({ text, raisedIn }) => [text, raisedIn.length])).toEqual([
      ['How much notice support gets before a launch', 2],
      ['One page on why we launch in January', 0],
    ]);
    expect(orderActionItems(brief?.items ?? []).map(({ owner, text }) => `${owner}: ${text}`)).toEqual([
      'me: Share the support rota',
      'them: Send the pricing draft',
      'both: Agree the launch week',
    ]);
  });

  test('it is time to meet Rui, then Tomás; two captures wait', async () => {
    await addSamplePeople(now);
    const { met } = await readToday(now);
    const planned = new Set([
      STEVE,
      'sample:person:ana.lima',
      'sample:person:pedro.costa',
      'sample:person:noor.haddad',
    ]);
    const due = timeToMeet(met, today, planned);
    expect(due.map(({ person: one, standing }) => [one.name, standing.since, standing.state])).toEqual([
      ['Rui Alves', 63, 'late'],
      ['Tomás Vidal', 35, 'in-time'],
    ]);
    expect((await listInbox()).map(({ text }) => text)).toEqual([
      'Nobody seems to read the release notes',
      '? Who swaps on-call over the holidays?',
    ]);
  });

  test('is the same on any day: nothing is in the future but due days', async () => {
    for (const day of [
      new Date(2024, 1, 29, 0, 5),
      new Date(2026, 2, 29, 23, 50),
      new Date(2026, 0, 1, 12),
    ]) {
      await Promise.all(db.tables.map((table) => table.clear()));
      await addSamplePeople(day);
      const brief = await readBrief(
        { kind: 'event', event: anEvent({ start: null }), personIds: [STEVE] },
        day,
      );
      const [steve] = brief?.peers ?? [];
      expect(steve?.past.map((met) => daysBetween(met.day ?? '', localDay(day)))).toEqual([
        21, 42, 56, 70, 91,
      ]);
      const rows = (await Promise.all(db.tables.map((table) => table.toArray()))).flat();
      expect(rows.filter(({ createdAt }) => createdAt > day.toISOString())).toEqual([]);
    }
  });

  test('again changes nothing that the user did meanwhile', async () => {
    await addSamplePeople(now);
    await db.actionItems.update('sample:promise:00', { state: 'kept', openFor: [] });
    await remove('topics', ['sample:topic:0']);
    await db.captures.delete('sample:capture:0');
    await changePerson(STEVE, { name: 'Steven', emails: ['steven@example.com'] });
    const before = await everything();
    await addSamplePeople(now);
    expect(await everything()).toEqual(before);
  });

  test('a made-up person whose address a real one has does not come, nor what is about that one alone', async () => {
    const real = await addPerson(personDraft('The real Ana', ['Ana.Lima@example.com']));
    await addSamplePeople(now);
    const people = await listPeople();
    expect(people).toHaveLength(9);
    expect(people.filter(({ name }) => name.includes('Ana')).map(({ name }) => name)).toEqual([
      'Ana Roth',
      'The real Ana',
    ]);
    expect(JSON.stringify(await everything())).not.toContain('sample:person:ana.lima');
    expect(await db.actionItems.where('personIds').equals(real.id).count()).toBe(0);
    const shared = await db.topics.where('openFor').equals('sample:person:pedro.costa').toArray();
    expect(shared.map(({ personIds }) => personIds)).toEqual([
      ['sample:person:pedro.costa'],
      ['sample:person:pedro.costa'],
    ]);
  });
});

describe('taking them away', () => {
  test('leaves nothing, not even a tombstone, and undo brings all of it back', async () => {
    await addSamplePeople(now);
    await remove('facts', ['sample:fact:0']);
    const before = await everything();
    const undo = await removeSamplePeople();
    expect(await everything()).toEqual({});
    expect(await hasSamplePeople()).toBe(false);
    await undo();
    expect(await everything()).toEqual(before);
  });

  test('takes what the user wrote about them, and leaves all that is about real people', async () => {
    const rui = await addPerson(personDraft('Rui Real', ['rui@example.com']));
    const met = await keepMeeting(anEvent({ key: 'real' }), [rui.id], 'prepared', now);
    await writeMeetingNote(
      { meetingId: met.id, kind: 'said', personIds: [rui.id], at: met.start ?? '' },
      'Real',
      now,
    );
    await addFact(rui.id, 'Real');
    await addTopic([rui.id], 'Real');
    await db.captures.add({
      ...{
        id: 'real',
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
        waiting: now.toISOString(),
      },
      ...{ text: 'Real', origin: null, filedAt: null },
    });
    const before = await everything();

    await addSamplePeople(now);
    await keepMeeting(anEvent({ key: 'with steve' }), [STEVE], 'prepared', now);
    await keepMeeting(nextTimeWith(STEVE, '2026-11-19'), [STEVE], 'prepared', now);
    await learnSeries(anEvent(), [STEVE], 'guests', now);
    await noteFactsShown(STEVE, { meetingId: 'meeting', ids: [] }, now);
    await addThought([STEVE], 'Mine about Steve');
    await addFact(STEVE, 'Mine about Steve');
    await addTopic([STEVE], 'Mine about Steve');
    await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Mine about Steve', due: null });
    await removeSamplePeople();
    expect(await everything()).toEqual(before);
  });

  test('what a made-up and a real person share stays with the real one', async () => {
    const rui = await addPerson(personDraft('Rui Real', ['rui@example.com']));
    await addSamplePeople(now);
    const item = await addActionItem({
      personIds: [rui.id, STEVE],
      owner: 'both',
      text: 'Shared',
      due: '2026-12-01',
    });
    const met = await keepMeeting(anEvent(), [STEVE, rui.id], 'prepared', now);
    await learnSeries(anEvent(), [STEVE, rui.id], 'chosen', now);
    const thought = await addThought([STEVE, rui.id], 'Shared', null, now);
    await removeSamplePeople();
    expect(await db.actionItems.get(item.id)).toMatchObject({ personIds: [rui.id], openFor: [rui.id] });
    expect(await db.meetings.get(met.id)).toMatchObject({
      personIds: [rui.id],
      timeline: [`${rui.id} ${met.start}`],
    });
    expect(await db.notes.get(thought.id)).toMatchObject({ personIds: [rui.id] });
    expect((await db.series.toArray()).map(({ personIds }) => personIds)).toEqual([[rui.id]]);
    expect(JSON.stringify(await everything())).not.toContain('sample:');
  });

  test('what the method keeps of them goes too: agendas, decisions, projects, reviews, cadences', async () => {
    const rui = await addPerson(personDraft('Rui Real', ['rui@example.com']));
    await addSamplePeople(now);
    /** One of each with these people. */
    const oneOfEach = async (personIds: string[], key: string) => {
      const met = await keepMeeting(anEvent({ key }), personIds, 'prepared', now);
      await startAgenda(met, { id: 'agenda:own', title: 'Six steps', steps: [] }, now);
      await addDecision({ personIds, meetingId: met.id, text: 'Agreed', againOn: '2026-12-01' }, now);
      await addProject(personIds, 'One checklist', null, now);
      const of = { personIds, seriesKey: null, startedOn: '2026-11-01', reviewOn: '2027-01-31' };
      await addReview(of, now);
    };
    await oneOfEach([STEVE], 'with steve');
    await oneOfEach([STEVE, rui.id], 'with both');
    await setCadence(STEVE, { ideal: 7, latest: 10 }, 'set', now);
    const before = await everything();
    const undo = await removeSamplePeople();
    expect(JSON.stringify(await everything())).not.toContain('sample:');
    expect(await db.cadenceChanges.count()).toBe(0);
    for (const table of [db.agendas, db.decisions, db.projects, db.reviews]) {
      expect(await table.toArray(), table.name).toMatchObject([{ personIds: [rui.id] }]);
    }
    expect(await db.decisions.toArray()).toMatchObject([{ openFor: [rui.id], openAgain: '2026-12-01' }]);
    await undo();
    expect(await everything()).toEqual(before);
  });

  test('where there are none nothing happens', async () => {
    await addPerson(personDraft('Rui Real', ['rui@example.com']));
    const before = await everything();
    await (await removeSamplePeople())();
    expect(await everything()).toEqual(before);
  });

  test('they can come again', async () => {
    await addSamplePeople(now);
    await removeSamplePeople();
    await addSamplePeople(now);
    expect(await listPeople()).toHaveLength(9);
    expect(await listInbox()).toHaveLength(2);
  });
});

test('open calendar pages hear when they come, go, and come back', async () => {
  let heard = 0;
  onSpottingChanged(() => {
    heard += 1;
  });
  await addSamplePeople(now);
  const undo = await removeSamplePeople();
  await undo();
  expect(heard).toBe(3);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { CAUGHT_SET } from '../../../prep/askable.ts';
import { understand } from '../../../prep/capture.ts';
import { isDayFirst } from '../../../prep/day-first.ts';
import { readDate } from '../../../prep/read-date.ts';
import { roster } from '../../../prep/spot.ts';
import { guessPeople } from '../../../storage/capture-guess.ts';
import {
  countInbox,
  fileCapture,
  keepInInbox,
  listInbox,
  waitingCapture,
} from '../../../storage/captures.ts';
import { writeCurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { nextTimeWith } from '../../../storage/next-time.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { deleteSet } from '../../../storage/question-sets.ts';
import { remove } from '../../../storage/remove.ts';
import { saveCapture } from '../../../storage/save-capture.ts';

const now = new Date(2026, 10, 19, 13, 48);
const origin = { url: 'https://example.com/plan', title: 'Release plan' };
let steve = '';
let ana = '';

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  steve = (await addPerson(personDraft('Steve Tan'), now)).id;
  ana = (await addPerson(personDraft('Ana Lima'), now)).id;
});

async function save(typed: string, guess: string[] = []) {
  const known = roster(await db.people.toArray(), { emails: [], name: '' });
  const items = understand(typed, { known, today: '2026-11-19', readDate, guess });
  return saveCapture(typed, items, null, now);
}

const rows = async () => ({
  notes: await db.notes.count(),
  actionItems: await db.actionItems.count(),
  facts: await db.facts.count(),
  topics: await db.topics.count(),
  questions: await db.questions.count(),
  askings: await db.askings.count(),
  captures: await db.captures.count(),
});
const NOTHING = { notes: 0, actionItems: 0, facts: 0, topics: 0, questions: 0, askings: 0, captures: 0 };

describe('saving a capture', () => {
  test('each line goes where it belongs, found by the indexes that the brief reads', async () => {
    await save(
      'a thought\n[] send it by Friday\nthey: answer\n! plays chess\n> the launch\n? how is the move',
      [steve],
    );
    expect(await db.notes.where('timeline').startsWith(steve).toArray()).toMatchObject([
      { kind: 'thought', text: 'a thought', personIds: [steve], meetingId: null },
    ]);
    const promises = await db.actionItems.where('openFor').equals(steve).sortBy('owner');
    expect(promises).toMatchObject([
      { owner: 'me', text: 'Send it', due: '2026-11-20', openDue: '2026-11-20', state: 'open' },
      { owner: 'them', text: 'Answer', due: null },
    ]);
    expect(await db.facts.where('personId').equals(steve).toArray()).toMatchObject([{ text: 'Plays chess' }]);
    expect(await db.topics.where('openFor').equals(steve).toArray()).toMatchObject([{ text: 'The launch' }]);
    expect(await db.questions.where('setId').equals(CAUGHT_SET).toArray()).toMatchObject([
      { text: 'How is the move' },
    ]);
    const asking = await db.askings.where('[personId+at]').between([steve, ''], [steve, '\uffff']).toArray();
    expect(asking).toMatchObject([{ state: 'kept', text: 'How is the move', meetingId: null }]);
    expect(await countInbox()).toBe(0);
  });

  test('a line without a person waits as it was typed, newest save first, lines in their order', async () => {
    await saveCapture(
      'old',
      understand('old', { known: roster([], { emails: [], name: '' }), today: '2026-11-18' }),
      null,
      new Date(now.getTime() - 60_000),
    );
    const { waiting } = await save('[] first by Friday @zoe\n> second\n! for steve @steve');
    expect(waiting).toBe(2);
    expect((await listInbox()).map((capture) => capture.text)).toEqual([
      '[] first by Friday @zoe',
      '> second',
      'old',
    ]);
    expect(await rows()).toMatchObject({ facts: 1, captures: 3 });
  });

  test('several people: one promise, note or topic of all, a fact and a question of each', async () => {
    await save('[] a @steve @ana\n> b @steve @ana\n! c @steve @ana\n? d @steve @ana');
    expect(await rows()).toEqual({
      ...NOTHING,
      actionItems: 1,
      topics: 1,
      facts: 2,
      questions: 1,
      askings: 2,
    });
  });

  test('marks without words make nothing, and undo takes all of it away', async () => {
    const { undo } = await save('?\n[]\nx @steve\n! y @steve\n? z @steve\nw @zoe\n[] v @steve\n> u @steve');
    expect(await rows()).toEqual({
      notes: 1,
      facts: 1,
      questions: 1,
      askings: 1,
      actionItems: 1,
      topics: 1,
      captures: 1,
    });
    await undo();
    await undo();
    expect(await rows()).toEqual(NOTHING);
  });

  test('the set of caught questions is made once, keeps its edits, and comes back when it was deleted', async () => {
    await save('? one @steve');
    await db.questionSets.update(CAUGHT_SET, { title: 'Mine' });
    await save('? two @steve');
    expect(await db.questionSets.toArray()).toMatchObject([{ id: CAUGHT_SET, title: 'Mine', on: true }]);
    await deleteSet(CAUGHT_SET);
    await save('? three @steve');
    expect(await db.questions.toArray()).toMatchObject([{ text: 'Three' }]);
    expect(await db.tombstones.get(CAUGHT_SET)).toBeUndefined();
  });

  test('when one line cannot be saved, none is', async () => {
    const known = roster(await db.people.toArray(), { emails: [], name: '' });
    const items = understand('a\n! b', { known, today: '2026-11-19', guess: [steve] });
    const broken = items.map((item, index) =>
      index === 1 ? { ...item, personIds: [() => 0] as never } : item,
    );
    await expect(saveCapture('a\n! b', broken, null, now)).rejects.toThrow();
    expect(await rows()).toEqual(NOTHING);
  });
});

describe('the inbox', () => {
  const waits = async (text: string, at = now) => {
    await keepInInbox(text, text, null, at);
    return text;
  };

  test('files by the same rules, "by Friday" counted from when it was caught, and takes it back', async () => {
    const id = await waits('[] send the plan by Friday', new Date(2026, 10, 4, 9));
    const undo = await fileCapture(id, steve, now);
    expect(await db.actionItems.toArray()).toMatchObject([
      { text: 'Send the plan', due: '2026-11-06', owner: 'me', personIds: [steve] },
    ]);
    expect(await listInbox()).toEqual([]);
    expect(await db.captures.get(id)).toMatchObject({ filedAt: now.toISOString() });
    expect(await waitingCapture(id)).toBeUndefined();
    await undo();
    expect(await rows()).toEqual({ ...NOTHING, captures: 1 });
    expect(await listInbox()).toMatchObject([{ id, filedAt: null }]);
  });

  test('goes to whom the user says, whatever name it holds', async () => {
    await fileCapture(await waits('! likes tea @steve'), ana, now);
    await fileCapture(await waits('> ask @zoe'), [steve, ana], now);
    expect(await db.facts.toArray()).toMatchObject([{ personId: ana, text: 'Likes tea' }]);
    expect(await db.topics.toArray()).toMatchObject([{ personIds: [steve, ana], text: 'Ask @zoe' }]);
  });

  test('an @name that several have, or was only begun, is settled by the choice', async () => {
    const costa = (await addPerson(personDraft('Ana Costa'), now)).id;
    await fileCapture(await waits('! likes tea @ana'), costa, now);
    await fileCapture(await waits('! plays chess @an'), costa, now);
    await fileCapture(await waits('[] send the plan to @an by Friday'), costa, now);
    await fileCapture(await waits('> a walk with @ana'), ana, now);
    expect((await db.facts.toArray()).map(({ text }) => text).sort()).toEqual(['Likes tea', 'Plays chess']);
    expect(await db.actionItems.toArray()).toMatchObject([
      { text: 'Send the plan to Ana', personIds: [costa] },
    ]);
    expect(await db.topics.toArray()).toMatchObject([{ text: 'A walk with Ana', personIds: [ana] }]);
  });

  test('an @name that fits nobody is settled by the choice where it says for whom the line is', async () => {
    await fileCapture(await waits('[] @nobody send the map by Friday'), steve, now);
    await fileCapture(await waits('[] bring the flag @nobody'), steve, now);
    await fileCapture(await waits('! @nobody: plays chess'), steve, now);
    await fileCapture(await waits('> what @zoe said about maps'), steve, now);
    await fileCapture(await waits('> ask @zoe'), steve, now);
    const items = await db.actionItems.toArray();
    expect(items.map(({ owner, text }) => `${owner}: ${text}`).sort()).toEqual([
      'me: Bring the flag',
      'them: Send the map',
    ]);
    expect(await db.facts.toArray()).toMatchObject([{ text: 'Plays chess' }]);
    expect((await db.topics.toArray()).map(({ text }) => text).sort()).toEqual([
      'Ask @zoe',
      'What @zoe said about maps',
    ]);
    await fileCapture(await waits('@nobody send the map'), steve, now);
    expect(await db.notes.toArray()).toMatchObject([{ text: 'Steve send the map' }]);
  });

  test('a text from a page is one note with its page, whatever it starts with', async () => {
    await keepInInbox('kept', '> quoted\n[] todo @steve by Friday', origin, now);
    await fileCapture('kept', ana, now);
    expect(await db.notes.toArray()).toMatchObject([
      { text: '> quoted\n[] todo @steve by Friday', origin, personIds: [ana], kind: 'thought' },
    ]);
  });

  test('filing twice, or something gone, changes nothing', async () => {
    const id = await waits('a thought');
    await Promise.all([fileCapture(id, steve, now), fileCapture(id, steve, now)]);
    await fileCapture(id, ana, now);
    await (await fileCapture('nowhere', ana, now))();
    expect(await rows()).toEqual({ ...NOTHING, notes: 1, captures: 1 });
  });

  test('what no record can hold stays', async () => {
    const id = await waits(`[] ${'long '.repeat(300)}`);
    await fileCapture(id, steve, now);
    expect(await countInbox()).toBe(1);
    expect(await rows()).toEqual({ ...NOTHING, captures: 1 });
  });

  test('deletes with undo', async () => {
    const id = await waits('a thought');
    const undo = await remove('captures', [id]);
    expect(await countInbox()).toBe(0);
    await undo();
    expect(await listInbox()).toMatchObject([{ id, text: 'a thought' }]);
  });
});

describe('the guess', () => {
  const event = (personId: string, start: Date, minutes: number) => ({
    ...nextTimeWith(personId, '2026-11-19'),
    start: start.toISOString(),
    end: new Date(start.getTime() + minutes * 60_000).toISOString(),
  });
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

  test('is the event open in this window, else the meeting going on, else nobody', async () => {
    expect(await guessPeople(1, now)).toEqual([]);
    await keepMeeting(event(ana, minutesAgo(10), 30), [ana], 'spotted');
    expect(await guessPeople(1, now)).toEqual([ana]);
    const current = {
      event: nextTimeWith(steve, '2026-11-19'),
      personIds: [steve],
      at: now.toISOString(),
      open: true,
    };
    await writeCurrentEvent(1, current);
    expect(await guessPeople(1, now)).toEqual([steve]);
    expect(await guessPeople(2, now)).toEqual([ana]);
    await writeCurrentEvent(1, { ...current, open: false });
    expect(await guessPeople(1, now)).toEqual([ana]);
    await writeCurrentEvent(1, { ...current, at: minutesAgo(24 * 60).toISOString() });
    expect(await guessPeople(1, now)).toEqual([ana]);
  });

  test('counts a meeting from its first minute up to its end', async () => {
    await keepMeeting(event(ana, now, 30), [ana], 'spotted');
    await keepMeeting(event(steve, minutesAgo(30), 30), [steve], 'spotted');
    expect(await guessPeople(1, now)).toEqual([ana]);
    expect(await guessPeople(1, minutesAgo(1))).toEqual([steve]);
  });
});

test.each([
  ['en-US', false],
  ['en-GB', true],
  ['de', true],
  ['fr', true],
  ['sv', false],
])('the order of day and month in figures: %s', (language, first) => {
  expect(isDayFirst(language)).toBe(first);
});

test('a vent is a note that stays out of search, recap and print, at once or from the inbox', async () => {
  await save('~ too much @steve');
  expect(await db.notes.toArray()).toMatchObject([
    { personIds: [steve], sensitivity: 'vent', kind: 'thought', expiresOn: null },
  ]);
  await save('~ and another');
  const [waiting] = await listInbox();
  expect(waiting?.text).toBe('~ and another');
  await fileCapture(waiting?.id ?? '', ana);
  expect(await db.notes.filter(({ personIds }) => personIds.includes(ana)).toArray()).toMatchObject([
    { text: 'and another', sensitivity: 'vent' },
  ]);
});

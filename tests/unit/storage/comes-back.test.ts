import { beforeEach, describe, expect, test } from 'vitest';
import { meeting } from '../../../prep/records/meeting.ts';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { recordAsking } from '../../../storage/askings.ts';
import { cadenceChangesOf } from '../../../storage/cadence-changes.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { putAgreedAway, readComesBack, readComesBackWith } from '../../../storage/comes-back.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { forgetPerson } from '../../../storage/forget-person.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addPerson, changePerson, personDraft } from '../../../storage/people.ts';
import { addReview, holdReview, noteSeries, readOutcome, reviewsOf } from '../../../storage/series-review.ts';
import { addTopic, changeTopic, setStance } from '../../../storage/topics.ts';
import { anEvent } from '../../fixtures/records.ts';

const NOW = new Date(2026, 10, 19, 15);
const TODAY = '2026-11-19';
const EVERY_TWO = { ideal: 14, latest: 28 };

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

async function people(...names: string[]) {
  const made = [];
  for (const name of names) made.push(await addPerson({ ...personDraft(name), cadence: EVERY_TWO }, NOW));
  return made.map(({ id }) => id);
}

const texts = (all: { text: string }[]) => all.map(({ text }) => text);

describe('what comes back', () => {
  test('today: decisions and reviews of up to today, topics of the next two weeks', async () => {
    const [steve = ''] = await people('Steve Tan');
    const of = { personIds: [steve], meetingId: null };
    await addDecision({ ...of, text: 'Today', againOn: TODAY }, NOW);
    await addDecision({ ...of, text: 'Tomorrow', againOn: '2026-11-20' }, NOW);
    await addReview({ personIds: [steve], seriesKey: null, startedOn: '2026-08-19', reviewOn: TODAY }, NOW);
    for (const [text, day] of [
      ['Past', '2026-11-18'],
      ['Soon', '2026-12-03'],
      ['Far', '2026-12-04'],
    ] as const) {
      const topic = await addTopic([steve], text, NOW);
      await changeTopic(topic.id, { presentOn: day }, NOW);
    }
    const back = await readComesBack(NOW);
    expect(texts(back.decisions)).toEqual(['Today']);
    expect(back.reviews).toHaveLength(1);
    expect(texts(back.previews)).toEqual(['Soon']);
    await changePerson(steve, { archivedAt: NOW.toISOString() });
    expect(await readComesBack(NOW)).toEqual({
      decisions: [],
      reviews: [],
      previews: [],
      invited: [],
      agreed: [],
    });
  });

  test('in a meeting: only what is with these people, by the day of the meeting, each once', async () => {
    const [steve = '', ana = '', rui = ''] = await people('Steve Tan', 'Ana Lima', 'Rui Alves');
    const both = { personIds: [steve, ana], meetingId: null };
    await addDecision({ ...both, text: 'Both', againOn: '2026-11-23' }, NOW);
    await addDecision({ ...both, personIds: [rui], text: 'Rui', againOn: TODAY }, NOW);
    const topic = await addTopic([steve, ana], 'One page', NOW);
    await changeTopic(topic.id, { presentOn: '2026-11-30' }, NOW);
    expect(await readComesBackWith([steve], '2026-11-22')).toEqual({
      decisions: [],
      reviews: [],
      previews: [],
    });
    const back = await readComesBackWith([steve, ana], '2026-11-23');
    expect([texts(back.decisions), texts(back.previews)]).toEqual([['Both'], ['One page']]);
  });

  test('an invitation that is a week old, once; not when they have met', async () => {
    const [steve = ''] = await people('Steve Tan');
    const invitation = { on: '2026-11-12', wording: 'coffee', reminded: false };
    await changePerson(steve, { invitation });
    const invited = async () => (await readComesBack(NOW)).invited.map(({ id }) => id);
    expect(await invited()).toEqual([steve]);
    await keepMeeting(
      anEvent({ day: '2026-11-17', start: '2026-11-17T10:00:00.000Z' }),
      [steve],
      'spotted',
      NOW,
    );
    expect(await invited()).toEqual([]);
    await db.meetings.clear();
    await changePerson(steve, { invitation: { ...invitation, reminded: true } });
    expect(await invited()).toEqual([]);
  });

  test('where a peer stands is kept by peer, and can be taken back', async () => {
    const topic = await addTopic(['steve', 'ana'], 'One page', NOW);
    const stances = async () => (await db.topics.get(topic.id))?.stances;
    await setStance(topic.id, 'steve', 'raised', NOW);
    await setStance(topic.id, 'ana', 'concerns', NOW);
    const undo = await setStance(topic.id, 'steve', 'supports', NOW);
    expect(await stances()).toEqual({ steve: 'supports', ana: 'concerns' });
    await undo();
    expect(await stances()).toEqual({ steve: 'raised', ana: 'concerns' });
    await (await setStance('gone', 'steve', 'raised', NOW))();
  });
});

describe('the day that a close-out named for the next meeting', () => {
  const at = (day: string) =>
    anEvent({
      key: `on-${day} diane@example.com`,
      seriesKey: `on-${day} diane@example.com`,
      day,
      start: `${day}T10:00:00.000Z`,
      end: null,
    });
  const agreed = async () =>
    (await readComesBack(NOW)).agreed.map(({ personIds, on }) => [...personIds.toSorted(), on]);

  async function closed(personIds: string[], day: string, nextOn: string | null) {
    const { id } = await keepMeeting(at(day), personIds, 'prepared', NOW);
    const { draft } = (await readCloseOut(id))!;
    const undo = await finishCloseOut(id, { ...draft, sleepOnIt: true, nextOn }, NOW);
    return { id, undo, draft };
  }

  test('comes back until a meeting is known for that day or later', async () => {
    const [steve = ''] = await people('Steve Tan');
    await closed([steve], TODAY, '2026-11-23');
    expect(await agreed()).toEqual([[steve, '2026-11-23']]);
    await keepMeeting(at('2026-11-22'), [steve], 'spotted', NOW);
    expect(await agreed()).toEqual([[steve, '2026-11-23']]);
    await keepMeeting({ ...at('2026-11-23'), start: null }, [steve], 'spotted', NOW);
    expect(await agreed()).toEqual([]);
  });

  test('of several, names those with whom none is known; one whose person is archived or forgotten rests', async () => {
    const [steve = '', ana = '', rui = ''] = await people('Steve Tan', 'Ana Lima', 'Rui Alves');
    await closed([steve, ana, rui], TODAY, '2026-11-23');
    await keepMeeting(at('2026-11-30'), [ana], 'spotted', NOW);
    expect(await agreed()).toEqual([[...[steve, rui].toSorted(), '2026-11-23']]);
    await changePerson(rui, { archivedAt: NOW.toISOString() });
    expect(await agreed()).toEqual([[steve, '2026-11-23']]);
    await forgetPerson(steve);
    expect(await agreed()).toEqual([]);
  });

  test('a newer close-out says it anew, and taking one back takes its day back', async () => {
    const [steve = ''] = await people('Steve Tan');
    await closed([steve], '2026-11-17', '2026-11-25');
    const { undo } = await closed([steve], TODAY, null);
    expect(await agreed()).toEqual([]);
    await undo();
    expect(await agreed()).toEqual([[steve, '2026-11-25']]);
  });

  test('put away it stays away and in the close-out; another day comes back, and so does one taken back', async () => {
    const [steve = ''] = await people('Steve Tan');
    const { id, draft } = await closed([steve], TODAY, '2026-11-23');
    const undo = await putAgreedAway(id, NOW);
    expect(await agreed()).toEqual([]);
    expect((await readCloseOut(id))?.draft.nextOn).toBe('2026-11-23');
    await undo();
    expect(await agreed()).toEqual([[steve, '2026-11-23']]);
    await putAgreedAway(id, NOW);
    await finishCloseOut(id, { ...draft, nextOn: '2026-11-23' }, NOW);
    expect(await agreed()).toEqual([]);
    await finishCloseOut(id, { ...draft, nextOn: '2026-11-24' }, NOW);
    expect(await agreed()).toEqual([[steve, '2026-11-24']]);
    await (await putAgreedAway('gone', NOW))();
  });

  test('that it was put away is in a backup', async () => {
    const [steve = ''] = await people('Steve Tan');
    const { id } = await closed([steve], TODAY, '2026-11-23');
    await putAgreedAway(id, NOW);
    expect(meeting.parse(await db.meetings.get(id)).closing).toMatchObject({
      nextOn: null,
      nextAway: '2026-11-23',
    });
  });
});

describe('a series', () => {
  const weekly = (day: string) =>
    anEvent({
      key: `event_${day.replaceAll('-', '')}T140000Z diane@example.com`,
      day,
      start: `${day}T14:00:00.000Z`,
      end: null,
    });

  test('has a review three months after its first known meeting; a single event has none', async () => {
    const [steve = ''] = await people('Steve Tan');
    await keepMeeting(weekly('2026-10-01'), [steve], 'spotted', NOW);
    const meeting = await keepMeeting(weekly('2026-11-19'), [steve], 'prepared', NOW);
    await noteSeries(meeting, NOW);
    await noteSeries(meeting, NOW);
    expect(await reviewsOf(steve)).toMatchObject([
      { startedOn: '2026-10-01', reviewOn: '2027-01-01', seriesKey: meeting.seriesKey },
    ]);
    const single = anEvent({ key: 'one diane@example.com', seriesKey: 'one diane@example.com' });
    await noteSeries(await keepMeeting(single, [steve], 'prepared', NOW), NOW);
    expect(await db.reviews.count()).toBe(1);
  });

  test('begun from here, it is found by its event later: one review', async () => {
    const [steve = ''] = await people('Steve Tan');
    const of = { personIds: [steve], seriesKey: null, startedOn: TODAY, reviewOn: '2027-02-19' };
    await addReview(of, NOW);
    const meeting = await keepMeeting(weekly('2026-11-26'), [steve], 'prepared', NOW);
    await noteSeries(meeting, NOW);
    expect(await reviewsOf(steve)).toMatchObject([{ seriesKey: meeting.seriesKey, reviewOn: '2027-02-19' }]);
  });

  test('what came of it: meetings, decisions, promises kept, answers, from its start', async () => {
    const [steve = '', ana = ''] = await people('Steve Tan', 'Ana Lima');
    const met = await keepMeeting(weekly('2026-10-01'), [steve], 'prepared', NOW);
    await keepMeeting(weekly('2026-08-01'), [steve], 'prepared', NOW);
    const of = { personIds: [steve], meetingId: met.id, againOn: null };
    await addDecision({ ...of, text: 'One board', at: met.start! }, NOW);
    await addDecision({ ...of, text: 'Before', at: '2026-08-01T14:00:00.000Z' }, NOW);
    const promise = { personIds: [steve, ana], due: null };
    for (const owner of ['me', 'them', 'both'] as const) {
      const item = await addActionItem({ ...promise, owner, text: owner }, NOW);
      await changeActionItem(item.id, { state: 'kept' }, NOW);
    }
    await addActionItem({ ...promise, owner: 'me', text: 'Open' }, NOW);
    const asked = { personId: steve, meetingId: met.id, level: null, text: 'What slips?' };
    await recordAsking({ ...asked, questionId: 'q' }, 'asked', 'Tests', NOW);
    await recordAsking({ ...asked, questionId: 'r' }, 'asked', ' ', NOW);
    expect(await readOutcome({ personIds: [steve, ana], startedOn: '2026-10-01' })).toMatchObject({
      meetings: 1,
      decisions: [{ text: 'One board' }],
      kept: { me: 1, them: 1, both: 1 },
      answers: [{ text: 'What slips?', answer: 'Tests' }],
    });
  });

  test.each([
    ['keep', EVERY_TWO, 1],
    ['slower', { ideal: 21, latest: 28 }, 1],
    ['faster', { ideal: 7, latest: 14 }, 1],
    ['stop', null, 0],
  ] as const)('at its end: %s', async (outcome, cadence, next) => {
    const [steve = ''] = await people('Steve Tan');
    const of = { personIds: [steve], seriesKey: 'a b', startedOn: '2026-08-19', reviewOn: TODAY };
    const review = await addReview(of, NOW);
    const undo = await holdReview(review.id, outcome, 'Why', NOW);
    // Held twice, in two windows: once.
    await holdReview(review.id, 'stop', '', NOW);
    expect((await db.people.get(steve))?.cadence).toEqual(cadence);
    expect(await cadenceChangesOf(steve)).toHaveLength(outcome === 'keep' ? 0 : 1);
    const open = (await reviewsOf(steve)).filter((one) => one.outcome === null);
    expect(open.map(({ reviewOn }) => reviewOn)).toEqual(next ? ['2027-02-19'] : []);
    await undo();
    expect((await db.people.get(steve))?.cadence).toEqual(EVERY_TWO);
    expect(await reviewsOf(steve)).toMatchObject([{ outcome: null, note: '', reviewOn: TODAY }]);
    expect(await cadenceChangesOf(steve)).toEqual([]);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { INTERVALS, latestFor } from '../../../prep/cadence-presets.ts';
import { addDays, daysBetween } from '../../../prep/days.ts';
import { defaultGoal } from '../../../prep/default-goal.ts';
import { pickFacts } from '../../../prep/order.ts';
import type { Person } from '../../../prep/records/person.ts';
import { GOALS, TRUSTS } from '../../../prep/scales.ts';
import { type Suggestion, suggestQuestions } from '../../../prep/suggest.ts';
import { timeToMeet } from '../../../prep/time-to-meet.ts';
import { addActionItem, carryActionItems, changeActionItem } from '../../../storage/action-items.ts';
import { recordAsking, recordSuggested } from '../../../storage/askings.ts';
import { type BriefData, readBrief } from '../../../storage/brief.ts';
import { readBriefQuestions } from '../../../storage/brief-questions.ts';
import { ensureBuiltInSets } from '../../../storage/built-in-sets.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { readComesBack } from '../../../storage/comes-back.ts';
import { db } from '../../../storage/db.ts';
import { addFact, noteFactsShown } from '../../../storage/facts.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { localDay } from '../../../storage/record.ts';
import { readToday } from '../../../storage/today.ts';
import { addTopic, carryTopics, changeTopic } from '../../../storage/topics.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

/*
 * A year of use over the real storage code: meetings prepared, talked through and closed out, and each day looked at. What
 * must be true is reckoned apart from the database. A tenth of the people by default, all thirty with PEERSIDE_FULL.
 */

const PEOPLE = process.env.PEERSIDE_FULL ? 30 : 3;
const FIRST = '2027-01-04';
const DAYS = 365;
/** A question that was asked rests for half a year: never less than 181 days. */
const REST_DAYS = 181;

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

/** Numbers from 0 to below 1, the same in each run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** What is known of one person apart from the database. */
interface Known {
  person: Person;
  lastMet: string | null;
  /** When each question was asked last. */
  asked: Map<string, string>;
  /** Open promises and topics, by their words. */
  promises: Map<string, { id: string; due: string | null }>;
  topics: Map<string, string>;
  lastNote: string;
  facts: readonly string[];
}

interface Written {
  notes: string[];
  answers: string[];
  decisions: { text: string; againOn: string | null }[];
}

async function suggestionsOf(data: BriefData, now: Date): Promise<Suggestion[]> {
  const [peer] = data.peers;
  if (!peer || !data.meeting) throw new Error('no brief');
  const { trust, goal } = peer.person;
  return suggestQuestions({
    ...(await readBriefQuestions([peer.person.id], now)),
    goal: defaultGoal(trust, peer.past.length, goal),
    trust,
    meetings: peer.past.length,
    now: now.toISOString(),
    meetingId: data.meeting.id,
    sameManager: false,
    values: {},
  });
}

async function meet(known: Known, now: Date, random: () => number, written: Written): Promise<void> {
  const { person } = known;
  const today = localDay(now);
  const end = new Date(+now + 1_800_000);
  const event = anEvent({
    key: `${person.id}_${today} diane@example.com`,
    seriesKey: `${person.id} diane@example.com`,
    title: `Diane / ${person.name}`,
    day: today,
    start: now.toISOString(),
    end: end.toISOString(),
  });
  await keepMeeting(event, [person.id], 'spotted', now);
  const meeting = await keepMeeting(event, [person.id], 'prepared', now);
  const data = (await readBrief({ kind: 'event', event, personIds: [person.id] }, now))!;
  const [peer] = data.peers;

  // Nothing lost since the last time.
  expect(data.items.map(({ text }) => text).toSorted()).toEqual([...known.promises.keys()].toSorted());
  expect(data.topics.map(({ text }) => text).toSorted()).toEqual([...known.topics.keys()].toSorted());
  if (known.lastNote) expect(peer?.notes[0]?.text).toBe(known.lastNote);
  expect(peer?.past[0]?.day ?? null).toBe(known.lastMet);

  // Three different questions, none asked of this person within half a year, the same when looked at again.
  const three = await suggestionsOf(data, now);
  expect(new Set(three.map(({ question }) => question.id)).size).toBe(3);
  for (const { question, level } of three) {
    const at = known.asked.get(question.id);
    if (at) expect(daysBetween(at, today), `${question.id} as ${level}`).toBeGreaterThanOrEqual(REST_DAYS);
  }
  const of = (one: Suggestion) => ({
    personId: person.id,
    questionId: one.question.id,
    meetingId: meeting.id,
    text: one.text,
    level: one.level,
  });
  await recordSuggested(three.map(of), now);
  const again = (await readBrief({ kind: 'event', event, personIds: [person.id] }, now))!;
  expect((await suggestionsOf(again, now)).map(({ question }) => question.id)).toEqual(
    three.map(({ question }) => question.id),
  );
  for (const one of three.slice(0, 1 + Math.floor(random() * 2))) {
    const answer = `answer ${person.id} ${today} ${one.question.id}`;
    await recordAsking(of(one), 'asked', answer, now);
    known.asked.set(one.question.id, today);
    written.answers.push(answer);
  }

  // At most two facts, and none of the last time's where there are others.
  const { facts = [], shownFacts } = peer ?? {};
  const shown = pickFacts(facts, today, 2, shownFacts?.ids).map(({ fact }) => fact.id);
  expect(shown.length).toBeLessThanOrEqual(2);
  expect(shown.length > 0).toBe(facts.length > 0);
  if (facts.length >= 4) expect(shown.filter((id) => known.facts.includes(id))).toEqual([]);
  await noteFactsShown(person.id, { meetingId: meeting.id, ids: shown }, now);
  known.facts = shown;

  await carryTopics([...known.topics.values()], meeting.id);
  await carryActionItems(
    [...known.promises.values()].map(({ id }) => id),
    meeting.id,
  );
  const note = `said ${person.id} ${today}`;
  const about = { meetingId: meeting.id, kind: 'said' as const, personIds: [person.id], at: event.start! };
  await writeMeetingNote(about, note, now);
  written.notes.push(note);
  known.lastNote = note;
  for (const [text, { id }] of known.promises) {
    if (random() > 0.6) continue;
    await changeActionItem(id, { state: 'kept' }, now);
    known.promises.delete(text);
  }
  for (const [text, id] of known.topics) {
    if (random() > 0.7) continue;
    await changeTopic(id, { state: 'covered' }, now);
    known.topics.delete(text);
  }
  if (random() < 0.4) {
    const text = `topic ${person.id} ${today}`;
    known.topics.set(text, (await addTopic([person.id], text, now)).id);
  }
  if (random() < 0.4) await addFact(person.id, `fact ${today}`, 'other', now);
  await closeOut(known, meeting.id, end, random, written);
  known.lastMet = today;
}

async function closeOut(
  known: Known,
  meetingId: string,
  now: Date,
  random: () => number,
  written: Written,
): Promise<void> {
  const { person } = known;
  const today = localDay(now);
  const { draft } = (await readCloseOut(meetingId))!;
  const due = random() < 0.5 ? addDays(today, 7) : null;
  const mine = `mine ${person.id} ${today}`;
  const agreed = random() < 0.5 ? `agreed ${person.id} ${today}` : '';
  const againOn = agreed && random() < 0.5 ? addDays(today, 60) : null;
  const pace = (['sooner', 'same', 'later', null] as const)[Math.floor(random() * 4)] ?? null;
  await finishCloseOut(
    meetingId,
    {
      ...draft,
      agreed,
      againOn,
      each: { [person.id]: { pace, openness: null } },
      things: { me: { text: mine, due } },
    },
    now,
  );
  const closed = (await db.meetings.get(meetingId))?.closing;
  known.promises.set(mine, { id: closed!.itemIds.me!, due });
  if (agreed) written.decisions.push({ text: agreed, againOn });
  known.person = (await db.people.get(person.id))!;
}

test(`a year with ${PEOPLE} peers: no question too soon, nothing lost, every day in its order`, async () => {
  const random = chance(20_270_104);
  await ensureBuiltInSets();
  const all: Known[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const ideal = INTERVALS[1 + (index % (INTERVALS.length - 1))] ?? 28;
    const draft = {
      ...personDraft(`Peer ${index}`, [`peer${index}@example.com`]),
      trust: TRUSTS[index % 3] ?? 'new',
      goal: GOALS[index % GOALS.length] ?? null,
      cadence: { ideal, latest: latestFor(ideal) },
    };
    const person = await addPerson(draft, new Date(`${FIRST}T08:00:00`));
    const nothing = { asked: new Map(), promises: new Map(), topics: new Map(), lastNote: '', facts: [] };
    all.push({ person, lastMet: null, ...nothing });
  }
  const written: Written = { notes: [], answers: [], decisions: [] };
  for (let count = 0; count < DAYS; count += 1) {
    const day = addDays(FIRST, count);
    const morning = new Date(`${day}T08:00:00`);
    await lookAtToday(all, day, morning, written);
    if (morning.getDay() % 6 === 0) continue;
    let hour = 9;
    for (const known of all) {
      const due = timeToMeet([known], day).length > 0 || known.lastMet === null;
      if (!due || random() > 0.4 || hour > 16) continue;
      await meet(known, new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`), random, written);
      hour += 1;
    }
    // In the evening, the day's talks stand in their order, each once.
    const { meetings } = await readToday(new Date(`${day}T18:00:00`));
    const starts = Array.from({ length: hour - 9 }, (_, index) =>
      new Date(`${day}T${String(9 + index).padStart(2, '0')}:00:00`).toISOString(),
    );
    expect(meetings.map(({ start }) => start)).toEqual(starts);
    if (random() < 0.1) {
      const known = all[Math.floor(random() * all.length)]!;
      const text = `between ${known.person.id} ${day}`;
      const item = { personIds: [known.person.id], owner: 'them' as const, text, due: addDays(day, 2) };
      known.promises.set(text, { id: (await addActionItem(item, morning)).id, due: item.due });
    }
  }
  expect(written.notes.length).toBeGreaterThan(PEOPLE * 4);
  const texts = async (table: 'notes' | 'decisions') =>
    (await db.table(table).toArray()).map(({ text }) => text);
  expect((await texts('notes')).toSorted()).toEqual(written.notes.toSorted());
  expect((await texts('decisions')).toSorted()).toEqual(written.decisions.map(({ text }) => text).toSorted());
  const answers = (await db.askings.toArray()).map(({ answer }) => answer).filter(Boolean);
  expect(answers.toSorted()).toEqual(written.answers.toSorted());
}, 600_000);

/** What Today shows in the morning, against what is known apart from the database. */
async function lookAtToday(all: readonly Known[], day: string, now: Date, written: Written): Promise<void> {
  const today = await readToday(now);
  const due = timeToMeet(today.met, day);
  const late = (known: Known) => {
    const { cadence } = known.person;
    const since = known.lastMet && cadence ? daysBetween(known.lastMet, day) : -1;
    if (!cadence || since < cadence.ideal) return undefined;
    return since > cadence.latest ? 1 + since / cadence.latest : since / cadence.ideal / 1_000;
  };
  const wanted = all
    .flatMap((known) => ({ id: known.person.id, need: late(known) }))
    .filter(({ need }) => need);
  expect(new Set(due.map(({ person }) => person.id))).toEqual(new Set(wanted.map(({ id }) => id)));
  // Who needs it most first: never somebody after one who needs it less.
  const needs = due.map(({ person }) => wanted.find(({ id }) => id === person.id)?.need ?? 0);
  expect(needs).toEqual(needs.toSorted((a, b) => b - a));

  const soon = addDays(day, 3);
  const promised = all.flatMap(({ promises }) => [...promises.values()].flatMap((one) => one.due ?? []));
  expect(today.due.map((item) => item.due)).toEqual(promised.filter((one) => one <= soon).toSorted());

  const back = await readComesBack(now);
  const again = written.decisions.filter(({ againOn }) => againOn !== null && againOn <= day);
  expect(back.decisions.map(({ text }) => text).toSorted()).toEqual(again.map(({ text }) => text).toSorted());
}

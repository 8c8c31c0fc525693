import { agreedText } from '../prep/agenda.ts';
import { type Pace, paced } from '../prep/pace.ts';
import type { ActionItem } from '../prep/records/action-item.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Closing, Meeting } from '../prep/records/meeting.ts';
import type { Cadence, Person } from '../prep/records/person.ts';
import { actionItemRow } from './action-items.ts';
import { agendaOfMeeting, agendaRow } from './agendas.ts';
import { type ActionItemRow, db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { meetingRow, meetingsBefore, timeOf } from './meetings.ts';
import { localDay, newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { Undoing } from './undoing.ts';

/** What is filled in when a meeting is closed out. */
export interface CloseOutDraft {
  agreed: string;
  /** `YYYY-MM-DD` or null. */
  againOn: string | null;
  sleepOnIt: boolean;
  /** One small thing each, by whose it is: `me`, `both`, or a person's id. */
  things: Record<string, { text: string; due: string | null }>;
  fact: { text: string; kind: Fact['kind']; personId: string };
  pace: Pace | null;
  openness: Closing['openness'];
  nextOn: string | null;
  place: Meeting['place'];
}

export interface CloseOutData {
  meeting: Meeting;
  people: Person[];
  /** As it was closed, else what the agenda has led to. */
  draft: CloseOutDraft;
  /** Promises of this meeting that the close-out has not made. */
  promises: ActionItem[];
  /** How open each earlier meeting with the one peer was, newest first. */
  said: Closing['openness'][];
  /** The cadence of the one peer, before a closing changed it. */
  cadence: Cadence | null;
}

const tables = () => [
  db.meetings,
  db.people,
  db.decisions,
  db.actionItems,
  db.facts,
  db.agendas,
  db.cadenceChanges,
];

/** Reads what a close-out shows; undefined when the meeting or its people are gone. */
export function readCloseOut(meetingId: string): Promise<CloseOutData | undefined> {
  return db.transaction('r', tables(), async () => {
    const meeting = await db.meetings.get(meetingId);
    const people = (await db.people.bulkGet(meeting?.personIds ?? [])).filter((one) => one !== undefined);
    const [first] = people;
    if (!meeting || !first) return undefined;
    const items = await db.actionItems.where('meetingId').equals(meetingId).toArray();
    const made = new Set(Object.values(meeting.closing?.itemIds ?? {}));
    const past = people.length === 1 ? await meetingsBefore(first.id, timeOf(meeting), 30) : [];
    const change = await paceChange(first.id, meetingId);
    return {
      meeting,
      people,
      draft: await draftOf(meeting, first, items),
      promises: items.filter(({ id }) => !made.has(id)),
      said: past.filter(({ id }) => id !== meetingId).map(({ closing }) => closing?.openness ?? null),
      cadence: change ? change.from : first.cadence,
    };
  });
}

async function draftOf(
  meeting: Meeting,
  first: Person,
  items: readonly ActionItem[],
): Promise<CloseOutDraft> {
  const { closing } = meeting;
  const [agenda, decision, fact] = await Promise.all([
    agendaOfMeeting(meeting.id),
    decisionOf(meeting),
    closing?.factId ? db.facts.get(closing.factId) : undefined,
  ]);
  const things = Object.entries(closing?.itemIds ?? {}).flatMap(([owner, id]) => {
    const item = items.find((one) => one.id === id);
    return item ? [[owner, { text: item.text, due: item.due }] as const] : [];
  });
  return {
    agreed: closing ? (decision?.text ?? '') : agreedText(agenda?.options ?? []),
    againOn: decision ? decision.againOn : (agenda?.decideAgainOn ?? null),
    sleepOnIt: closing?.sleepOnIt ?? false,
    things: Object.fromEntries(things),
    fact: {
      text: fact?.text ?? '',
      kind: fact?.kind ?? 'other',
      personId: fact?.personId ?? first.id,
    },
    pace: closing?.pace ?? null,
    openness: closing?.openness ?? null,
    nextOn: closing?.nextOn ?? null,
    place: meeting.place,
  };
}

/** What an earlier closing, or the agenda of the meeting, has kept. */
function decisionOf({ id, closing }: Meeting) {
  return closing?.decisionId
    ? db.decisions.get(closing.decisionId)
    : db.decisions.where('meetingId').equals(id).first();
}

function paceChange(personId: string, meetingId: string) {
  return db.cadenceChanges
    .where('[personId+at]')
    .between([personId, ''], [personId, '\uffff'])
    .and((change) => change.meetingId === meetingId)
    .first();
}

/**
 * Closes a meeting out, in one transaction: keeps the decision, the promises, the fact, the pace and the place. Closing
 * again changes what the first closing made and makes nothing twice.
 * @returns the way back to before
 */
export async function finishCloseOut(
  meetingId: string,
  draft: CloseOutDraft,
  now = new Date(),
): Promise<Undo> {
  const undo = new Undoing(tables());
  await db.transaction('rw', tables(), async () => {
    const meeting = await db.meetings.get(meetingId);
    if (!meeting) return;
    const at = now.toISOString();
    const closing: Closing = {
      at,
      sleepOnIt: draft.sleepOnIt,
      openness: draft.openness,
      pace: draft.pace,
      nextOn: draft.nextOn,
      decisionId: await keepDecision(undo, meeting, draft, now),
      factId: await keepFact(undo, meeting, draft, now),
      itemIds: await keepItems(undo, meeting, draft, now),
    };
    await keepPace(undo, meeting, draft.pace, now);
    await keepAgenda(undo, meetingId, draft.sleepOnIt, at);
    // Closed before its time was known: it has taken place.
    const start = meeting.start ?? at;
    const day = meeting.day ?? localDay(new Date(start));
    const place = draft.place;
    await undo.put('meetings', meetingRow({ ...meeting, start, day, place, closing, updatedAt: at }));
  });
  return () => undo.run();
}

async function keepDecision(
  undo: Undoing,
  meeting: Meeting,
  draft: CloseOutDraft,
  now: Date,
): Promise<string | null> {
  const text = draft.agreed.trim();
  const old = await decisionOf(meeting);
  if (text === '') {
    if (old) await undo.delete('decisions', old.id);
    return null;
  }
  const row = decisionRow({
    ...newRecord(now),
    state: 'standing',
    closedAt: null,
    shareable: false,
    ...old,
    personIds: meeting.personIds,
    meetingId: meeting.id,
    at: timeOf(meeting),
    text,
    againOn: draft.againOn,
    updatedAt: now.toISOString(),
  });
  await undo.put('decisions', row);
  return row.id;
}

async function keepFact(
  undo: Undoing,
  meeting: Meeting,
  { fact: { text, kind, personId } }: CloseOutDraft,
  now: Date,
): Promise<string | null> {
  const id = meeting.closing?.factId ?? null;
  const old = id === null ? undefined : await db.facts.get(id);
  if (text.trim() === '') {
    if (old) await undo.delete('facts', old.id);
    return null;
  }
  const today = localDay(now);
  const since = { learntOn: today, confirmedOn: today, shownAt: null };
  const fact: Fact = { ...newRecord(now), ...since, ...old, personId, kind, text: text.trim() };
  await undo.put('facts', { ...fact, updatedAt: now.toISOString() } as Fact);
  return fact.id;
}

async function keepItems(
  undo: Undoing,
  meeting: Meeting,
  { things }: CloseOutDraft,
  now: Date,
): Promise<Closing['itemIds']> {
  const ids: Closing['itemIds'] = {};
  const before = meeting.closing?.itemIds ?? {};
  for (const whose of new Set([...Object.keys(before), ...Object.keys(things)])) {
    const { text = '', due = null } = things[whose] ?? {};
    const old = before[whose] ? await db.actionItems.get(before[whose]) : undefined;
    if (text.trim() === '') {
      if (old) await undo.delete('actionItems', old.id);
      continue;
    }
    const theirs = whose !== 'me' && whose !== 'both';
    const item: ActionItemRow = actionItemRow({
      ...newRecord(now),
      ...ADDED.actionItems,
      state: 'open',
      closedAt: null,
      ...old,
      owner: theirs ? 'them' : whose,
      personIds: theirs ? [whose] : meeting.personIds,
      text: text.trim(),
      due,
      meetingId: meeting.id,
      updatedAt: now.toISOString(),
    });
    await undo.put('actionItems', item);
    ids[whose] = item.id;
  }
  return ids;
}

/** Moves the cadence of the one peer a step, from where it was before this meeting moved it. */
async function keepPace(undo: Undoing, meeting: Meeting, pace: Pace | null, now: Date): Promise<void> {
  const [personId, ...others] = meeting.personIds;
  const person = personId && others.length === 0 ? await db.people.get(personId) : undefined;
  if (!person) return;
  const old = await paceChange(person.id, meeting.id);
  const from = old ? old.from : person.cadence;
  const to = from && pace ? paced(from, pace) : from;
  const updatedAt = now.toISOString();
  if (old) await undo.delete('cadenceChanges', old.id);
  if (to?.ideal !== person.cadence?.ideal || to?.latest !== person.cadence?.latest)
    await undo.put('people', { ...person, cadence: to, updatedAt } as Person);
  if (!from || !to || from.ideal === to.ideal || pace === 'same' || pace === null) return;
  const change = { ...newRecord(now), personId: person.id, at: updatedAt, from, to, why: pace };
  await undo.put('cadenceChanges', { ...change, meetingId: meeting.id } as { id: string });
}

/** The agenda of a closed meeting is over, or its options wait for the next one. */
async function keepAgenda(undo: Undoing, meetingId: string, sleepOnIt: boolean, at: string): Promise<void> {
  const agenda = await agendaOfMeeting(meetingId);
  // Carried on to a later meeting already: it is that one's.
  if (!agenda || agenda.meetingIds.at(-1) !== meetingId) return;
  const state = sleepOnIt ? 'sleeping' : 'done';
  await undo.put('agendas', agendaRow({ ...agenda, state, updatedAt: at }));
}

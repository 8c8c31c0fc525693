import { type Pace, paced } from '../prep/pace.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Closing, Meeting } from '../prep/records/meeting.ts';
import type { Person } from '../prep/records/person.ts';
import { actionItemRow } from './action-items.ts';
import { agendaOfMeeting, agendaRow } from './agendas.ts';
import type { CloseOutDraft } from './close-out-draft.ts';
import { closeOutTables, decisionOf, paceChange } from './close-out-rows.ts';
import { type ActionItemRow, db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { meetingRow, timeOf } from './meetings.ts';
import { localDay, newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { Undoing } from './undoing.ts';

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
  const undo = new Undoing(closeOutTables());
  await db.transaction('rw', closeOutTables(), async () => {
    const meeting = await db.meetings.get(meetingId);
    if (!meeting) return;
    const at = now.toISOString();
    const closing: Closing = {
      at,
      sleepOnIt: draft.sleepOnIt,
      each: Object.fromEntries(Object.entries(draft.each).filter(([id]) => meeting.personIds.includes(id))),
      ...nextOf(meeting.closing, draft.nextOn),
      decisionId: await keepDecision(undo, meeting, draft, now),
      factId: await keepFact(undo, meeting, draft, now),
      itemIds: await keepItems(undo, meeting, draft, now),
    };
    for (const id of meeting.personIds) await keepPace(undo, meeting, id, draft.each[id]?.pace ?? null, now);
    await keepAgenda(undo, meetingId, draft.sleepOnIt, at);
    // Closed before its time was known: it has taken place.
    const start = meeting.start ?? at;
    const day = meeting.day ?? localDay(new Date(start));
    const place = draft.place;
    await undo.put('meetings', meetingRow({ ...meeting, start, day, place, closing, updatedAt: at }));
  });
  return () => undo.run();
}

/** The day that was put away stays away; another one is news. */
function nextOf(before: Closing | null, day: string | null): Pick<Closing, 'nextOn' | 'nextAway'> {
  return day !== null && before?.nextAway === day ? { nextOn: null, nextAway: day } : { nextOn: day };
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

/** Moves the cadence of a peer a step, from where it was before this meeting moved it. */
async function keepPace(
  undo: Undoing,
  meeting: Meeting,
  personId: string,
  pace: Pace | null,
  now: Date,
): Promise<void> {
  const person = await db.people.get(personId);
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

import { agreedText } from '../prep/agenda.ts';
import type { ActionItem } from '../prep/records/action-item.ts';
import type { Closing, Meeting } from '../prep/records/meeting.ts';
import type { Cadence, Person } from '../prep/records/person.ts';
import { agendaOfMeeting } from './agendas.ts';
import type { CloseOutDraft } from './close-out-draft.ts';
import { closeOutTables, decisionOf, paceChange } from './close-out-rows.ts';
import { db } from './db.ts';
import { meetingsBefore, timeOf } from './meetings.ts';

/** What a close-out shows. */
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

/** Reads what a close-out shows; undefined when the meeting or its people are gone. */
export function readCloseOut(meetingId: string): Promise<CloseOutData | undefined> {
  return db.transaction('r', closeOutTables(), async () => {
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

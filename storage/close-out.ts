import { agreedText } from '../prep/agenda.ts';
import type { ActionItem } from '../prep/records/action-item.ts';
import type { Meeting, WithPeer } from '../prep/records/meeting.ts';
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
  /** What is known of each peer, by person. */
  known: Record<string, KnownOf>;
}

/** What one peer's part of a close-out goes by. */
export interface KnownOf {
  /** How open each earlier meeting was, newest first. */
  said: WithPeer['openness'][];
  /** The cadence before a closing changed it. */
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
    const known = await Promise.all(people.map((person) => knownOf(person, meeting)));
    return {
      meeting,
      people,
      draft: await draftOf(meeting, first, items),
      promises: items.filter(({ id }) => !made.has(id)),
      known: Object.fromEntries(people.map(({ id }, place) => [id, known[place] as KnownOf])),
    };
  });
}

async function knownOf(person: Person, meeting: Meeting): Promise<KnownOf> {
  const past = await meetingsBefore(person.id, timeOf(meeting), 30);
  const change = await paceChange(person.id, meeting.id);
  return {
    said: past
      .filter(({ id }) => id !== meeting.id)
      .map(({ closing }) => closing?.each[person.id]?.openness ?? null),
    cadence: change ? change.from : person.cadence,
  };
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
    // What was decided already is never emptied by closing.
    agreed: (closing ? '' : agreedText(agenda?.options ?? [])) || (decision?.text ?? ''),
    againOn: decision ? decision.againOn : (agenda?.decideAgainOn ?? null),
    sleepOnIt: closing?.sleepOnIt ?? false,
    things: Object.fromEntries(things),
    fact: {
      text: fact?.text ?? '',
      kind: fact?.kind ?? 'other',
      personId: fact?.personId ?? first.id,
    },
    each: closing?.each ?? {},
    nextOn: closing?.nextOn ?? closing?.nextAway ?? null,
    place: meeting.place,
  };
}

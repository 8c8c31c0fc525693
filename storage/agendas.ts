import { agreedText } from '../prep/agenda.ts';
import type { Agenda, AgendaTemplate } from '../prep/records/agenda.ts';
import { changeRow } from './change-row.ts';
import { type AgendaRow, db } from './db.ts';
import { addDecision, changeDecision } from './decisions.ts';
import { newRecord, timeline } from './record.ts';
import type { Undo } from './remove.ts';

/** An agenda with the keys that find it; one whose options wait is open for its people. */
export function agendaRow(agenda: Agenda): AgendaRow {
  return {
    ...agenda,
    timeline: timeline(agenda.personIds, agenda.at),
    openFor: agenda.state === 'sleeping' ? agenda.personIds : [],
  };
}

/** A meeting as far as its agenda needs it. */
interface Of {
  id: string;
  personIds: readonly string[];
  /** Its start, if it is known. */
  start: string | null;
}

/** Gives a meeting the agenda of a template, to be filled in; one that it has already is kept. */
export async function startAgenda(
  meeting: Of,
  template: Pick<AgendaTemplate, 'id' | 'title' | 'steps'>,
  now = new Date(),
): Promise<Agenda> {
  return db.transaction('rw', db.agendas, async () => {
    const there = await agendaOfMeeting(meeting.id);
    if (there) return there;
    const fresh = newRecord(now);
    const agenda: Agenda = {
      ...fresh,
      templateId: template.id,
      title: template.title,
      personIds: [...meeting.personIds],
      meetingIds: [meeting.id],
      steps: template.steps.map((step) => ({ ...step, state: 'open' })),
      myView: '',
      theirView: '',
      matters: { organisation: '', teams: '', customers: '' },
      options: [],
      allies: '',
      decideAgainOn: null,
      state: 'open',
      at: meeting.start ?? fresh.createdAt,
    };
    await db.agendas.add(agendaRow(agenda));
    return agenda;
  });
}

/** The agenda of a meeting, if it has one. */
export function agendaOfMeeting(meetingId: string): Promise<Agenda | undefined> {
  return db.agendas.where('meetingIds').equals(meetingId).last();
}

/**
 * The agenda whose options wait for the next meeting with exactly these people (Rothman: sleep on it, meet again);
 * the newest, should there be several.
 */
export async function waitingAgenda(personIds: readonly string[]): Promise<Agenda | undefined> {
  const [first = ''] = personIds;
  const found = await db.agendas.where('openFor').equals(first).sortBy('at');
  const same = (agenda: Agenda) => [...agenda.personIds].sort().join() === [...personIds].sort().join();
  return found.filter(same).at(-1);
}

/** Carries an agenda whose options wait along to a meeting, where it is open again. Idempotent. */
export async function carryAgenda(id: string, meetingId: string, now = new Date()): Promise<void> {
  await db.transaction('rw', db.agendas, async () => {
    const agenda = await db.agendas.get(id);
    if (!agenda || agenda.meetingIds.includes(meetingId)) return;
    const meetingIds = [...agenda.meetingIds, meetingId].slice(-1_000);
    const updatedAt = now.toISOString();
    await db.agendas.put(agendaRow({ ...agenda, meetingIds, state: 'open', updatedAt }));
  });
}

/** What may be changed of an agenda. */
export type AgendaChange = Partial<Omit<Agenda, 'id' | 'createdAt' | 'updatedAt'>>;

/**
 * Changes what was filled into an agenda; `change` is told how it stands, so that a change from another window stays.
 * @returns the way back
 */
export async function changeAgenda(
  id: string,
  change: AgendaChange | ((agenda: Agenda) => AgendaChange),
  now = new Date(),
): Promise<Undo> {
  return db.transaction('rw', db.agendas, async () => {
    const agenda = await db.agendas.get(id);
    if (!agenda) return async () => {};
    const made = typeof change === 'function' ? change(agenda) : change;
    return changeRow<Agenda, AgendaRow>(db.agendas, id, made, agendaRow, now);
  });
}

/** The day on which the two decide again: kept with the agenda, and as a decision, so that it comes back on that day. */
export async function decideAgain(agenda: Agenda, againOn: string | null, now = new Date()): Promise<void> {
  const meetingId = agenda.meetingIds.at(-1) ?? '';
  await db.transaction('rw', db.agendas, db.decisions, async () => {
    await changeAgenda(agenda.id, { decideAgainOn: againOn }, now);
    const made = await db.decisions.where('meetingId').equals(meetingId).first();
    if (made) await changeDecision(made.id, { againOn }, now);
    else if (againOn) {
      const text = agreedText(agenda.options) || agenda.title;
      await addDecision({ personIds: agenda.personIds, meetingId, text, againOn, at: agenda.at }, now);
    }
  });
}

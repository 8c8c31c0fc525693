import type { Goal } from '../prep/records/question.ts';
import { db } from './db.ts';
import type { Undo } from './remove.ts';

/** The goal of one meeting; also remembered for each of its peers. */
export async function setMeetingGoal(meetingId: string, goal: Goal, now = new Date()): Promise<void> {
  const updatedAt = now.toISOString();
  await db.transaction('rw', db.meetings, db.people, async () => {
    const meeting = await db.meetings.get(meetingId);
    if (!meeting) return;
    await db.meetings.update(meetingId, { goal, updatedAt });
    for (const id of meeting.personIds) await db.people.update(id, { goal, updatedAt });
  });
}

/**
 * The goal of whatever meeting with a person comes next: remembered for the person, and set where the coming meeting
 * (`meetingId`, if one is known) has one of its own. @returns the way back; does nothing for an unknown person
 */
export async function setNextGoal(
  personId: string,
  meetingId: string | undefined,
  goal: Goal,
  now = new Date(),
): Promise<Undo> {
  const set = (to: { person: Goal | null; meeting: Goal | null }, updatedAt: string) =>
    db.transaction('rw', db.meetings, db.people, async () => {
      const [person, meeting] = await Promise.all([
        db.people.get(personId),
        meetingId === undefined ? undefined : db.meetings.get(meetingId),
      ]);
      if (!person) return undefined;
      await db.people.update(personId, { goal: to.person, updatedAt });
      if (meeting?.goal) await db.meetings.update(meeting.id, { goal: to.meeting, updatedAt });
      return { person: person.goal, meeting: meeting?.goal ?? null };
    });
  const before = await set({ person: goal, meeting: goal }, now.toISOString());
  return async () => {
    if (before) await set(before, new Date().toISOString());
  };
}

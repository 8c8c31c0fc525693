import type { Goal } from '../prep/records/question.ts';
import { db } from './db.ts';

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

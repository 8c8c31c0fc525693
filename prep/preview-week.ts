import { daysBetween } from './days.ts';
import type { Meeting } from './records/meeting.ts';
import type { Topic } from './records/topic.ts';

/** Each peer's brief shows a topic in the week before it is presented (Relationships, METHOD 56). */
const WEEK = 7;

/** The day that a meeting's brief is for: its own while that is ahead, else today. */
export function briefDay({ day }: Pick<Meeting, 'day'>, today: string): string {
  return day !== null && day > today ? day : today;
}

/** Whether a day lies in the week before a topic is presented, that day included. */
export function isPreviewed(topic: Pick<Topic, 'presentOn' | 'state'>, day: string): boolean {
  if (topic.state !== 'open' || topic.presentOn === null) return false;
  const left = daysBetween(day, topic.presentOn);
  return left >= 0 && left <= WEEK;
}

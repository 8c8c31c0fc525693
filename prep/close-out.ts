import type { Meeting } from './records/meeting.ts';

/**
 * Whether closing out is offered: the meeting's time is over, and it was not closed. One without an end counts as over half an
 * hour after its start; one without a start is closed whenever the user wants. `now`: ISO instant.
 */
export function isOver(meeting: Pick<Meeting, 'start' | 'end' | 'closing'>, now: string): boolean {
  if (meeting.closing || meeting.start === null) return false;
  const end = meeting.end ?? new Date(Date.parse(meeting.start) + 30 * 60_000).toISOString();
  return Date.parse(end) <= Date.parse(now);
}

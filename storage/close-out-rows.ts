import type { Meeting } from '../prep/records/meeting.ts';
import { db } from './db.ts';

/** All that closing a meeting out may read or write. */
export const closeOutTables = () => [
  db.meetings,
  db.people,
  db.decisions,
  db.actionItems,
  db.facts,
  db.agendas,
  db.cadenceChanges,
];

/** What an earlier closing, or the agenda of the meeting, has kept. */
export function decisionOf({ id, closing }: Meeting) {
  return closing?.decisionId
    ? db.decisions.get(closing.decisionId)
    : db.decisions.where('meetingId').equals(id).first();
}

/** The change of cadence that closing this meeting made; undefined when it made none. */
export function paceChange(personId: string, meetingId: string) {
  return db.cadenceChanges
    .where('[personId+at]')
    .between([personId, ''], [personId, '\uffff'])
    .and((change) => change.meetingId === meetingId)
    .first();
}

import { ADDED } from '../../../prep/records/added.ts';
import type { Meeting } from '../../../prep/records/meeting.ts';

/** A meeting for tests of this folder, valid as it is. */
export function aMeeting(change: Partial<Meeting> = {}): Meeting {
  const at = '2026-01-05T10:00:00.000Z';
  return {
    id: 'meeting',
    createdAt: at,
    updatedAt: at,
    ...ADDED.meetings,
    eventKey: null,
    seriesKey: null,
    title: 'Diane / Steve',
    day: '2026-11-19',
    start: '2026-11-19T14:00:00.000Z',
    end: '2026-11-19T14:30:00.000Z',
    personIds: ['steve'],
    goal: null,
    source: 'spotted',
    sample: false,
    ...change,
  };
}

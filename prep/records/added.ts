import type { ActionItem } from './action-item.ts';
import type { Meeting } from './meeting.ts';
import type { Note } from './note.ts';
import type { Person } from './person.ts';
import type { Settings } from './settings.ts';
import type { Topic } from './topic.ts';

/**
 * The fields that version 2 of the database has and version 1 had not, by table, as they are while nothing was said:
 * what a new record begins with, and what an older one is given.
 */
export const ADDED = {
  people: { snoozedUntil: null, rampFrom: null, signals: [], invitation: null } satisfies Partial<Person>,
  meetings: { place: null, closing: null } satisfies Partial<Meeting>,
  notes: {
    sensitivity: 'normal' as const,
    expiresOn: null,
    shareable: false,
    tags: [],
  } satisfies Partial<Note>,
  topics: { presentOn: null, stances: {}, shareable: false } satisfies Partial<Topic>,
  actionItems: { raisedIn: [], shareable: false } satisfies Partial<ActionItem>,
  settings: {
    ownRole: '',
    weekHours: null,
    peerDay: null,
    largestMeeting: 8,
    ignoredWords: [],
    hintsOff: [],
  } satisfies Partial<Settings>,
};

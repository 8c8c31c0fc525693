import { browser } from 'wxt/browser';
import { type KeepRate, keepRate } from '../prep/keep-rate.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Person } from '../prep/records/person.ts';
import type { Project } from '../prep/records/project.ts';
import type { Review } from '../prep/records/review.ts';
import { SEARCHED } from '../prep/search-entries.ts';
import { db } from './db.ts';
import { meetingsAhead, meetingsBefore } from './meetings.ts';
import { type PersonDay, type PersonWish, readHistory } from './person-history.ts';
import { localDay, timelineRange } from './record.ts';

export interface PersonData {
  person: Person;
  /** The last meetings, newest first. */
  past: Meeting[];
  /** The next meeting that is known of. */
  next: Meeting | undefined;
  /** The ids of all meetings that are not over. */
  ahead: string[];
  /** When the series is looked at next. */
  review: Review | undefined;
  projects: Project[];
  /** Of the user's own promises to this person; only for the user. */
  kept: KeepRate;
  /** Newest first. */
  days: PersonDay[];
  /** There is more before the last of them. */
  more: boolean;
}

/** As many meetings as the picture may show. */
const PAST = 12;

/**
 * Reads one person's page in one transaction: the newest entries of each kind by index, so that the first page of ten
 * thousand notes costs what that of a hundred does.
 * @returns undefined when there is no such person
 */
export function readPersonPage(
  personId: string,
  wish: PersonWish,
  now = new Date(),
): Promise<PersonData | undefined> {
  const tables = [...SEARCHED.map((table) => db.table(table)), db.meetings];
  return db.transaction('r', tables, async () => {
    const at = now.toISOString();
    const [person, past, next, ahead, reviews, projects, promises, history] = await Promise.all([
      db.people.get(personId),
      meetingsBefore(personId, at, PAST),
      nextMeeting(personId, at),
      meetingsAhead(now),
      db.reviews.where('personIds').equals(personId).sortBy('reviewOn'),
      db.projects.where('openFor').equals(personId).sortBy('startedOn'),
      db.actionItems.where('personIds').equals(personId).toArray(),
      readHistory(personId, wish, at),
    ]);
    if (!person) return undefined;
    return {
      person,
      past,
      next,
      ahead,
      review: reviews.find(({ outcome }) => outcome === null),
      projects,
      kept: keepRate(promises, localDay(now)),
      ...history,
    };
  });
}

async function nextMeeting(personId: string, now: string): Promise<Meeting | undefined> {
  const [lower] = timelineRange(personId, now);
  return db.meetings.where('timeline').between(`${lower}${now}`, `${lower}\uffff`).first();
}

/** Opens a person in a tab of its own. */
export function openPersonTab(personId: string): void {
  void browser.tabs.create({ url: `sidepanel.html#person/${encodeURIComponent(personId)}` });
}

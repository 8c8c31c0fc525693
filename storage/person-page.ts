import { browser } from 'wxt/browser';
import { type KeepRate, keepRate } from '../prep/keep-rate.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import type { Person } from '../prep/records/person.ts';
import type { Project } from '../prep/records/project.ts';
import type { Review } from '../prep/records/review.ts';
import { SEARCHED, type Searched, type SearchTable, whenOf } from '../prep/search-entries.ts';
import { db } from './db.ts';
import { meetingsAhead, meetingsBefore } from './meetings.ts';
import { localDay, timelineRange } from './record.ts';

/** What of a person's history is shown. */
export const PERSON_FILTERS = ['all', 'notes', 'promises', 'answers', 'facts', 'decisions'] as const;
export type PersonFilter = (typeof PERSON_FILTERS)[number];

type HistoryTable = Exclude<SearchTable, 'people' | 'captures' | 'reviews'>;

const TABLES: Record<PersonFilter, readonly HistoryTable[]> = {
  all: ['decisions', 'notes', 'askings', 'actionItems', 'topics', 'projects', 'agendas', 'facts'],
  notes: ['notes'],
  promises: ['actionItems'],
  answers: ['askings'],
  facts: ['facts'],
  decisions: ['decisions'],
};

/** A record of a person's history. */
export type PersonEntry = { [T in HistoryTable]: { table: T; row: Searched[T] } }[HistoryTable] & {
  /** When it is from: an instant. */
  at: string;
};

/** What was written on one day, and who was met on it. */
export interface PersonDay {
  day: string;
  meetings: Meeting[];
  entries: PersonEntry[];
}

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

export interface PersonWish {
  filter: PersonFilter;
  /** About how many entries; the last day comes whole. */
  limit: number;
  /** Only notes about this. */
  tag?: Note['tags'][number] | undefined;
  /** Only what is before the end of this day, `YYYY-MM-DD`; null: from the newest on. */
  upTo: string | null;
}

/**
 * Reads one person's page in one transaction: the newest entries of each kind by index, so that the first page of ten
 * thousand notes costs what that of a hundred does.
 * @returns undefined when there is no such person
 */
export function readPersonPage(
  personId: string,
  { filter, limit, upTo, tag }: PersonWish,
  now = new Date(),
): Promise<PersonData | undefined> {
  const tables = [...SEARCHED.map((table) => db.table(table)), db.meetings];
  return db.transaction('r', tables, async () => {
    const before = upTo === null ? '\uffff' : new Date(`${upTo}T24:00:00`).toISOString();
    const at = now.toISOString();
    const [person, past, next, ahead, reviews, projects, promises, ...read] = await Promise.all([
      db.people.get(personId),
      meetingsBefore(personId, at, PAST),
      nextMeeting(personId, at),
      meetingsAhead(now),
      db.reviews.where('personIds').equals(personId).sortBy('reviewOn'),
      db.projects.where('openFor').equals(personId).sortBy('startedOn'),
      db.actionItems.where('personIds').equals(personId).toArray(),
      ...TABLES[filter].map((table) => newest(table, personId, before, limit + 1, tag)),
    ]);
    if (!person) return undefined;
    const entries = read.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const [until = at] = [before, at].sort();
    const meetings = filter === 'all' ? await meetingsBefore(personId, until, limit) : past;
    const { days, more } = byDay(entries, meetings, limit, filter === 'all');
    return {
      person,
      past,
      next,
      ahead,
      review: reviews.find(({ outcome }) => outcome === null),
      projects,
      kept: keepRate(promises, localDay(now)),
      days,
      more,
    };
  });
}

async function nextMeeting(personId: string, now: string): Promise<Meeting | undefined> {
  const [lower] = timelineRange(personId, now);
  return db.meetings.where('timeline').between(`${lower}${now}`, `${lower}\uffff`).first();
}

/** The newest of one kind before an instant. What has no index in time is read whole: of one person there are not many. */
async function newest(
  table: HistoryTable,
  personId: string,
  before: string,
  limit: number,
  tag: PersonWish['tag'],
): Promise<PersonEntry[]> {
  const rows = await rowsOf(table, personId, before, limit, tag);
  return rows
    .map((row) => ({ table, row, at: whenOf(table, row as never) }) as PersonEntry)
    .filter(({ at }) => at < before)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, limit);
}

function rowsOf(
  table: HistoryTable,
  personId: string,
  before: string,
  limit: number,
  tag: PersonWish['tag'],
) {
  switch (table) {
    case 'notes':
      return newestNotes(personId, before, limit, tag);
    case 'decisions':
    case 'agendas': {
      const [lower, upper] = timelineRange(personId, before);
      return db
        .table(table)
        .where('timeline')
        .between(lower, upper, true, false)
        .reverse()
        .limit(limit)
        .toArray();
    }
    case 'askings':
      return db.askings
        .where('[personId+at]')
        .between([personId, ''], [personId, before], true, false)
        .toArray((all) => all.filter(({ state }) => state === 'asked'));
    case 'facts':
      return db.facts.where('personId').equals(personId).toArray();
    default:
      return db.table(table).where('personIds').equals(personId).toArray();
  }
}

/** Without the emptied ones. A filter makes the database step from row to row, and few notes are empty: mostly it does without. */
async function newestNotes(personId: string, before: string, limit: number, tag: PersonWish['tag']) {
  const [lower, upper] = timelineRange(personId, before);
  const newest = () => db.notes.where('timeline').between(lower, upper, true, false).reverse();
  const written = ({ text }: { text: string }) => text.trim() !== '';
  if (tag)
    return newest()
      .filter((note) => written(note) && note.tags.includes(tag))
      .limit(limit)
      .toArray();
  const most = Math.ceil(limit * 1.2);
  const read = await newest().limit(most).toArray();
  const found = read.filter(written);
  return found.length >= limit || read.length < most
    ? found
    : newest().filter(written).limit(limit).toArray();
}

/** Entries and meetings by day, newest first; the day that `limit` falls in comes whole as far as it was read. */
export function byDay(
  entries: readonly PersonEntry[],
  meetings: readonly Meeting[],
  limit: number,
  empty: boolean,
): { days: PersonDay[]; more: boolean } {
  const more = entries.length > limit;
  const last = more ? localDay(new Date(entries[limit - 1]?.at ?? '')) : '';
  const days = new Map<string, PersonDay>();
  const dayOf = (at: string) => {
    const day = localDay(new Date(at));
    const known = days.get(day) ?? { day, meetings: [], entries: [] };
    if (day >= last) days.set(day, known);
    return known;
  };
  for (const entry of entries) dayOf(entry.at).entries.push(entry);
  for (const meeting of meetings) {
    if (meeting.start && (empty || days.has(localDay(new Date(meeting.start))))) {
      dayOf(meeting.start).meetings.push(meeting);
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? 1 : -1)), more };
}

/** The day that a record of the history stands on; undefined when it is gone. */
export async function dayOfEntry(id: string): Promise<string | undefined> {
  for (const table of TABLES.all) {
    const row = await db.table(table).get(id);
    if (row) return localDay(new Date(whenOf(table, row)));
  }
  return undefined;
}

/** Opens a person in a tab of its own. */
export function openPersonTab(personId: string): void {
  void browser.tabs.create({ url: `sidepanel.html#person/${encodeURIComponent(personId)}` });
}

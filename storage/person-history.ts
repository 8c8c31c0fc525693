import type { Meeting } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import { type Searched, type SearchTable, whenOf } from '../prep/search-entries.ts';
import { db } from './db.ts';
import { meetingsBefore } from './meetings.ts';
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
 * Reads the newest days of one person's history, within the page's transaction. `now`: an instant; without a day to end at,
 * meetings to come are left out.
 */
export async function readHistory(
  personId: string,
  { filter, limit, upTo, tag }: PersonWish,
  now: string,
): Promise<{ days: PersonDay[]; more: boolean }> {
  const before = upTo === null ? '\uffff' : new Date(`${upTo}T24:00:00`).toISOString();
  const [until = now] = [before, now].sort();
  const [meetings, ...read] = await Promise.all([
    meetingsBefore(personId, until, limit),
    ...TABLES[filter].map((table) => newest(table, personId, before, limit + 1, tag)),
  ]);
  const entries = read.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return byDay(entries, meetings, limit, filter === 'all');
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

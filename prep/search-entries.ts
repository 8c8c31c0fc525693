import { readMark } from './capture-marks.ts';
import type { ActionItem } from './records/action-item.ts';
import type { Agenda } from './records/agenda.ts';
import type { Capture } from './records/capture.ts';
import type { Decision } from './records/decision.ts';
import type { Fact } from './records/fact.ts';
import type { Note } from './records/note.ts';
import type { Person } from './records/person.ts';
import type { Project } from './records/project.ts';
import type { Asking } from './records/question.ts';
import type { Review } from './records/review.ts';
import type { Topic } from './records/topic.ts';
import type { Entry } from './search-pack.ts';
import { searchText } from './search-text.ts';

/** The tables that search looks through, and what a row of each is. */
export interface Searched {
  people: Person;
  actionItems: ActionItem;
  topics: Topic;
  decisions: Decision;
  projects: Project;
  agendas: Agenda;
  notes: Note;
  askings: Asking;
  facts: Fact;
  reviews: Review;
  captures: Capture;
}
export type SearchTable = keyof Searched;

/** In the order in which their hits stand: what is to be done before what was. */
export const SEARCHED: readonly SearchTable[] = [
  'people',
  'actionItems',
  'topics',
  'decisions',
  'projects',
  'captures',
  'notes',
  'askings',
  'facts',
  'agendas',
  'reviews',
];

/** What the user wrote in a row, as it is shown with its matches; empty for what is no text of the user's. */
export function writtenIn<T extends SearchTable>(table: T, row: Searched[T]): string {
  return READ[table](row)
    .text.filter((one) => one.trim() !== '')
    .join('\n');
}

interface Read {
  text: string[];
  personIds: readonly string[];
  /** An instant or a day. */
  at: string;
  open?: boolean;
  vent?: boolean;
}

const READ: { [T in SearchTable]: (row: Searched[T]) => Read } = {
  people: (row) => ({
    text: [row.name, ...row.aliases, row.role, row.team, ...row.emails],
    personIds: [row.id],
    at: row.createdAt,
  }),
  actionItems: (row) => ({
    text: [row.text],
    personIds: row.personIds,
    at: row.createdAt,
    open: row.state === 'open',
  }),
  topics: (row) => ({
    text: [row.text],
    personIds: row.personIds,
    at: row.createdAt,
    open: row.state === 'open',
  }),
  decisions: (row) => ({
    text: [row.text],
    personIds: row.personIds,
    at: row.at,
    // It comes back.
    open: row.state === 'standing' && row.againOn !== null,
  }),
  projects: (row) => ({
    text: [row.title, row.myNext, row.theirNext, row.outcome],
    personIds: row.personIds,
    at: row.startedOn,
    open: row.state === 'open',
  }),
  agendas: (row) => ({
    text: [
      row.title,
      row.myView,
      row.theirView,
      ...Object.values(row.matters),
      ...row.options.map(({ text }) => text),
      row.allies,
    ],
    personIds: row.personIds,
    at: row.at,
    open: row.state === 'sleeping',
  }),
  notes: (row) => ({
    text: [row.text, row.origin?.title ?? ''],
    personIds: row.personIds,
    at: row.at,
    vent: row.sensitivity === 'vent',
  }),
  askings: (row) => ({
    // What was only suggested is not the user's.
    text: row.state === 'asked' ? [row.text, row.answer] : [],
    personIds: [row.personId],
    at: row.at,
  }),
  facts: (row) => ({ text: [row.text], personIds: [row.personId], at: row.learntOn }),
  reviews: (row) => ({ text: [row.note], personIds: row.personIds, at: row.reviewOn }),
  captures: (row) => ({
    // One that was filed is what it was filed as.
    text: row.filedAt === null ? [row.text, row.origin?.title ?? ''] : [],
    personIds: [],
    at: row.createdAt,
    open: row.filedAt === null,
    vent: readMark(row.text).kind === 'vent',
  }),
};

/** When a row is from, as an instant; a day is its noon. */
export function whenOf<T extends SearchTable>(table: T, row: Searched[T]): string {
  const { at } = READ[table](row);
  return at.length === 10 ? new Date(`${at}T12:00:00`).toISOString() : at;
}

/** A row as search keeps it. The text of a vent note is not in it. */
export function entryOf<T extends SearchTable>(table: T, row: Searched[T]): Entry {
  const { text, personIds, open = false, vent = false } = READ[table](row);
  return {
    id: row.id,
    text: vent ? '' : searchText(text.join('\n')),
    personIds,
    at: Date.parse(whenOf(table, row)),
    open,
    vent,
  };
}

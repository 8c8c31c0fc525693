import { words } from './fold.ts';
import type { Person } from './records/person.ts';

/*
 * What forgetting a person makes of each record. Both the database and the copies that Peerside keeps are forgotten in by
 * the same rules, record by record.
 */

/** What is shared with others: stays with them, or goes too. */
export type Shared = 'keep' | 'delete';

/** Whom to forget, and what goes with that person. */
export interface Leaving {
  personId: string;
  /** What the person alone is called: folded words of the name, the first name, the aliases. */
  names: readonly (readonly string[])[];
  emails: readonly string[];
  shared: Shared;
  /** Ids of the meetings that go. */
  meetings: ReadonlySet<string>;
  /** Ids of questions that were caught for this person alone. */
  questions: ReadonlySet<string>;
}

type Fields = { id: string } & Record<string, unknown>;

/** What only the calendar said, or who there was: it stays with the others also when their texts about both go. */
const CALENDAR = new Set(['meetings', 'series']);

/** The names that mean this person and nobody else: full name, first name, aliases, in folded words. */
export function ownNames(person: Person, others: readonly Person[]): string[][] {
  const taken = new Set(others.filter(({ id }) => id !== person.id).flatMap((other) => namesOf(other)));
  return [...new Set(namesOf(person))].filter((name) => !taken.has(name)).map((name) => name.split(' '));
}

function namesOf({ name, aliases }: Person): string[] {
  const [first] = words(name);
  return [words(name).join(' '), first ?? '', ...aliases.map((alias) => words(alias).join(' '))].filter(
    (one) => one.length > 1,
  );
}

/** Whether a text names the person, as whole words, or holds one of the addresses. */
export function namesPerson(text: string, leaving: Pick<Leaving, 'names' | 'emails'>): boolean {
  const low = text.toLowerCase();
  if (leaving.emails.some((email) => low.includes(email))) return true;
  const said = ` ${words(text).join(' ')} `;
  return leaving.names.some((name) => said.includes(` ${name.join(' ')} `));
}

/**
 * What becomes of a record: null when it goes, the same object when it is not about the person, else the record without
 * the person. `updatedAt` is left as it is.
 */
export function without<R extends Fields>(table: string, record: R, leaving: Leaving): R | null {
  const { personId, shared, meetings } = leaving;
  if (record.id === personId || record.personId === personId) return null;
  if (table === 'questions') return leaving.questions.has(record.id) ? null : record;
  if (table === 'captures') return captureNames(record, leaving) ? null : record;
  if (table === 'settings') return withoutHints(record, personId);
  const ids = record.personIds as string[] | undefined;
  if (!ids) return record;
  if (ids.length === 0) return meetings.has(String(record.meetingId)) ? null : record;
  if (!ids.includes(personId)) return record;
  const others = ids.filter((id) => id !== personId);
  if (others.length === 0 || (shared === 'delete' && !CALENDAR.has(table))) return null;
  const left: Fields = { ...record, personIds: others };
  if (meetings.has(String(left.meetingId))) left.meetingId = null;
  if (left.stances) left.stances = withoutKey(left.stances as Record<string, unknown>, personId);
  for (const field of ['raisedIn', 'meetingIds'] as const) {
    const list = left[field] as string[] | undefined;
    if (list) left[field] = list.filter((id) => !meetings.has(id));
  }
  if (table === 'agendas' && (left.meetingIds as string[]).length === 0) return null;
  const closing = left.closing as Record<'itemIds' | 'each', Record<string, unknown>> | null | undefined;
  if (closing) {
    const [itemIds, each] = [closing.itemIds, closing.each].map((one) => withoutKey(one, personId));
    left.closing = { ...closing, itemIds, each };
  }
  return left as R;
}

function captureNames(record: Fields, leaving: Leaving): boolean {
  const origin = record.origin as { title: string; url: string } | null;
  return namesPerson([record.text, origin?.title, origin?.url].join(' '), leaving);
}

function withoutHints<R extends Fields>(record: R, personId: string): R {
  const hints = record.hintsOff as string[] | undefined;
  if (!hints?.some((hint) => hint.includes(personId))) return record;
  return { ...record, hintsOff: hints.filter((hint) => !hint.includes(personId)) };
}

function withoutKey(record: Record<string, unknown>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = record;
  return rest;
}

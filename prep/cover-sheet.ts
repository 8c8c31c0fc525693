import type { ActionItem } from './records/action-item.ts';
import type { Decision } from './records/decision.ts';
import type { Note } from './records/note.ts';
import type { Person } from './records/person.ts';
import type { Topic } from './records/topic.ts';
import { sortBy } from './sort-by.ts';

/** What is known of a peer that a cover sheet may be made of. */
export interface CoverInput {
  person: Person;
  items: readonly ActionItem[];
  topics: readonly Topic[];
  decisions: readonly Decision[];
  notes: readonly Note[];
}

/** What may be chosen for a sheet, each kind in its order. */
export type CoverChoices = Omit<CoverInput, 'person'>;

/**
 * What may be put on a cover sheet for somebody who covers for a peer (Missing, METHOD 60): what is open between the two, what
 * was decided and stands, and notes, newest first. Never a vent note or a half-baked one.
 */
export function coverChoices({ items, topics, decisions, notes }: CoverInput): CoverChoices {
  return {
    items: sortBy(
      items.filter(({ state }) => state === 'open'),
      ({ due, createdAt, id }) => [due ?? '9999', createdAt, id],
    ),
    topics: sortBy(
      topics.filter(({ state }) => state === 'open'),
      ({ createdAt, id }) => [createdAt, id],
    ),
    decisions: sortBy(
      decisions.filter(({ state }) => state === 'standing'),
      ({ at, id }) => [at, id],
    ).toReversed(),
    notes: sortBy(
      notes.filter(({ sensitivity, text }) => sensitivity === 'normal' && text.trim() !== ''),
      ({ at, id }) => [at, id],
    ).toReversed(),
  };
}

/** A sheet, as plain texts and days: nothing else of a record can come onto it. */
export interface CoverSheet {
  name: string;
  role: string;
  team: string;
  emails: string[];
  promises: { text: string; owner: ActionItem['owner']; due: string | null }[];
  topics: string[];
  decisions: { text: string; againOn: string | null }[];
  notes: { text: string; at: string }[];
}

/** The sheet: who it is about and how to reach them, and of what may be chosen only what is marked as shareable. */
export function coverSheet(input: CoverInput): CoverSheet {
  const { name, role, team, emails } = input.person;
  const { items, topics, decisions, notes } = coverChoices(input);
  const marked = <T extends { shareable: boolean }>(all: readonly T[]) =>
    all.filter(({ shareable }) => shareable);
  return {
    name,
    role,
    team,
    emails: [...emails],
    promises: marked(items).map(({ text, owner, due }) => ({ text, owner, due })),
    topics: marked(topics).map(({ text }) => text),
    decisions: marked(decisions).map(({ text, againOn }) => ({ text, againOn })),
    notes: marked(notes).map(({ text, at }) => ({ text, at })),
  };
}

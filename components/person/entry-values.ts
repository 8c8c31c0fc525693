import type { NoteMark } from '../../prep/note-mark.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Decision } from '../../prep/records/decision.ts';
import type { Fact } from '../../prep/records/fact.ts';
import type { Topic } from '../../prep/records/topic.ts';
import type { Editable } from '../../storage/change-entry.ts';
import type { PersonEntry } from '../../storage/person-history.ts';
import type { NoteTag } from './entry-words.ts';

export type EditableEntry = Extract<PersonEntry, { table: Editable }>;

const EDITABLE: readonly string[] = ['notes', 'facts', 'actionItems', 'decisions', 'topics', 'askings'];

/** Whether a record is changed on the person's page: agendas and projects have places of their own. */
export const isEditable = (entry: PersonEntry): entry is EditableEntry => EDITABLE.includes(entry.table);

/** What the form of a record holds; of each kind of record only its own fields are there. */
export interface EntryValues {
  text: string;
  /** `goes`: it goes by itself on the day that it has. */
  mark?: NoteMark | 'goes';
  tags?: NoteTag[];
  kind?: Fact['kind'];
  learntOn?: string;
  owner?: ActionItem['owner'];
  due?: string | null;
  againOn?: string | null;
  presentOn?: string | null;
  state?: ActionItem['state'] | Decision['state'] | Topic['state'];
  shareable?: boolean;
}

/** A record as its form shows it. */
export function valuesOf(entry: EditableEntry): EntryValues {
  switch (entry.table) {
    case 'notes': {
      const { text, sensitivity, expiresOn, tags, shareable } = entry.row;
      return { text, mark: expiresOn === null ? sensitivity : 'goes', tags, shareable };
    }
    case 'facts': {
      const { text, kind, learntOn } = entry.row;
      return { text, kind, learntOn };
    }
    case 'actionItems': {
      const { text, owner, due, state, shareable } = entry.row;
      return { text, owner, due, state, shareable };
    }
    case 'decisions': {
      const { text, againOn, state, shareable } = entry.row;
      return { text, againOn, state, shareable };
    }
    case 'topics': {
      const { text, state, presentOn, shareable } = entry.row;
      return { text, state, presentOn, shareable };
    }
    case 'askings':
      return { text: entry.row.answer };
  }
}

/** Only what differs, the words without the space around them. A note that is marked leaves the cover sheet. */
export function changesOf(stored: EntryValues, value: EntryValues): Partial<EntryValues> {
  const clean = { ...value, text: value.text.trim() };
  const changed = Object.entries(clean).filter(
    ([field, one]) => JSON.stringify(one) !== JSON.stringify(stored[field as keyof EntryValues]),
  );
  return Object.fromEntries(changed);
}

const FIELDS: readonly (keyof EntryValues)[] = [
  'mark',
  'kind',
  'learntOn',
  'owner',
  'due',
  'againOn',
  'presentOn',
  'state',
];

/** A draft as it was kept, as far as it is one. */
export function readValues(draft: unknown): Partial<EntryValues> | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const kept = draft as Record<string, unknown>;
  const found: Record<string, unknown> = {};
  if (typeof kept.text === 'string') found.text = kept.text;
  if (typeof kept.shareable === 'boolean') found.shareable = kept.shareable;
  if (Array.isArray(kept.tags)) found.tags = kept.tags.filter((tag) => typeof tag === 'string');
  for (const field of FIELDS)
    if (typeof kept[field] === 'string' || kept[field] === null) found[field] = kept[field];
  return found as Partial<EntryValues>;
}

import { markFields, type NoteMark } from '../prep/note-mark.ts';
import type { ActionItem } from '../prep/records/action-item.ts';
import type { Decision } from '../prep/records/decision.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Note } from '../prep/records/note.ts';
import type { Asking } from '../prep/records/question.ts';
import type { Topic } from '../prep/records/topic.ts';
import { actionItemRow } from './action-items.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { noteRow } from './notes.ts';
import { localDay } from './record.ts';
import type { Undo } from './remove.ts';
import { topicRow } from './topics.ts';

/** What of a record can be changed on a person's page; agendas and projects have places of their own. */
export interface EntryChange {
  notes: Pick<Note, 'text' | 'tags' | 'shareable'> & { mark: NoteMark };
  facts: Pick<Fact, 'text' | 'kind' | 'learntOn'>;
  actionItems: Pick<ActionItem, 'text' | 'owner' | 'due' | 'state' | 'shareable'>;
  decisions: Pick<Decision, 'text' | 'againOn' | 'state' | 'shareable'>;
  topics: Pick<Topic, 'text' | 'state' | 'presentOn' | 'shareable'>;
  askings: { text: string };
}
export type Editable = keyof EntryChange;

/**
 * Changes a record of a person's history: only the fields that are given. Of an answer `text` is the answer. Does nothing
 * for an unknown id. @returns the way back
 */
export function changeEntry<T extends Editable>(
  table: T,
  id: string,
  change: Partial<EntryChange[T]>,
  now = new Date(),
): Promise<Undo> {
  switch (table) {
    case 'notes': {
      const { mark, ...fields } = change as Partial<EntryChange['notes']>;
      const whole = { ...fields, ...(mark && markFields(mark, localDay(now))) };
      return changeRow(db.notes, id, whole, noteRow, now);
    }
    case 'facts': {
      const fields = change as Partial<Fact>;
      // Written anew, it is as true as on the day of that.
      const confirmed = fields.text !== undefined && { confirmedOn: localDay(now) };
      return changeRow(db.facts, id, { ...fields, ...confirmed }, (row: Fact) => row, now);
    }
    case 'actionItems':
      return changeRow(db.actionItems, id, closing(change as Partial<ActionItem>, now), actionItemRow, now);
    case 'decisions':
      return changeRow(
        db.decisions,
        id,
        closing(change as Partial<Decision>, now, 'standing'),
        decisionRow,
        now,
      );
    case 'topics':
      return changeRow(db.topics, id, closing(change as Partial<Topic>, now), topicRow, now);
    default:
      return changeRow(
        db.askings,
        id,
        { answer: (change as Partial<EntryChange['askings']>).text ?? '' },
        (row: Asking) => row,
        now,
      );
  }
}

/** With the state goes the moment in which it was closed. */
function closing<R extends { state: string; closedAt: string | null }>(
  change: Partial<R>,
  now: Date,
  open = 'open',
): Partial<R> {
  if (change.state === undefined) return change;
  return { ...change, closedAt: change.state === open ? null : now.toISOString() };
}

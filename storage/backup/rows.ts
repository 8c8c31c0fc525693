import type { BackupRecord, BackupTable } from '../../prep/backup/tables.ts';
import { DERIVED } from '../../prep/backup/tables.ts';
import { actionItemRow } from '../action-items.ts';
import { agendaRow } from '../agendas.ts';
import { captureRow } from '../captures.ts';
import { decisionRow } from '../decisions.ts';
import { meetingRow } from '../meetings.ts';
import { noteRow } from '../notes.ts';
import { projectRow } from '../projects.ts';
import { reviewRow } from '../series-review.ts';
import { topicRow } from '../topics.ts';

type ToRow = (record: never) => object;

/** How a table's row is made of its record; where none is named, the row is the record. */
const toRows: Partial<Record<BackupTable, ToRow>> = {
  notes: noteRow,
  meetings: meetingRow,
  actionItems: actionItemRow,
  topics: topicRow,
  captures: captureRow,
  agendas: agendaRow,
  decisions: decisionRow,
  projects: projectRow,
  reviews: reviewRow,
};

/** The row of a record, with the keys that its indexes need. */
export function rowOf(table: BackupTable, record: BackupRecord): object {
  return toRows[table]?.(record as never) ?? record;
}

/** Takes the derived keys away; changes the row itself, which nobody else has. */
export function recordOf(row: Record<string, unknown>): BackupRecord {
  for (const key of DERIVED) if (row[key] !== undefined) delete row[key];
  return row as BackupRecord;
}

/** The same for a row that becomes JSON at once, in which nothing stands for undefined: an object that loses members is slow. */
export function withoutKeys(row: Record<string, unknown>): Record<string, unknown> {
  for (const key of DERIVED) if (row[key] !== undefined) row[key] = undefined;
  return row;
}

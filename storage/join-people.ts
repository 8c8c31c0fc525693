import { joinedPerson, joinedRecord } from '../prep/join-people.ts';
import { actionItemRow } from './action-items.ts';
import { agendaRow } from './agendas.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { meetingRow } from './meetings.ts';
import { noteRow } from './notes.ts';
import { projectRow } from './projects.ts';
import type { Undo } from './remove.ts';
import { reviewRow } from './series-review.ts';
import { topicRow } from './topics.ts';
import { Undoing } from './undoing.ts';

type Row = { id: string; updatedAt: string } & Record<string, unknown>;

/** How the rows of each table that names people are found by a person, and how their keys are derived. */
const NAMED: Record<
  string,
  { by: 'timeline' | 'personIds' | 'personId' | 'asked'; toRow?: (row: never) => Row }
> = {
  meetings: { by: 'timeline', toRow: meetingRow as never },
  notes: { by: 'timeline', toRow: noteRow as never },
  decisions: { by: 'timeline', toRow: decisionRow as never },
  agendas: { by: 'timeline', toRow: agendaRow as never },
  actionItems: { by: 'personIds', toRow: actionItemRow as never },
  topics: { by: 'personIds', toRow: topicRow as never },
  projects: { by: 'personIds', toRow: projectRow as never },
  reviews: { by: 'personIds', toRow: reviewRow as never },
  series: { by: 'personIds' },
  facts: { by: 'personId' },
  askings: { by: 'asked' },
  cadenceChanges: { by: 'asked' },
};

/**
 * Makes one person out of two who are the same, in one transaction: everything about the one that goes is about the one that
 * stays, who gets its addresses and names. Nothing happens when either is gone. @returns the way back
 */
export async function joinPeople(staysId: string, goesId: string, now = new Date()): Promise<Undo> {
  const tables = [db.people, db.tombstones, ...Object.keys(NAMED).map((name) => db.table(name))];
  const undo = new Undoing(tables);
  const updatedAt = now.toISOString();
  await db.transaction('rw', tables, async () => {
    const [stays, goes] = await db.people.bulkGet([staysId, goesId]);
    if (!stays || !goes || staysId === goesId) return;
    for (const [table, { by, toRow }] of Object.entries(NAMED)) {
      for (const row of await rowsOf(table, by, goesId)) {
        const joined = { ...joinedRecord(row, goesId, staysId), updatedAt };
        await undo.put(table, toRow ? toRow(joined as never) : joined);
      }
    }
    // First, as an address belongs to one person only.
    await undo.delete('people', goesId);
    await undo.put('tombstones', { id: goesId, table: 'people', deletedAt: updatedAt } as { id: string });
    await undo.put('people', { ...joinedPerson(stays, goes), updatedAt } as { id: string });
  });
  await tellCalendarTabs();
  return async () => {
    await undo.run();
    await tellCalendarTabs();
  };
}

function rowsOf(table: string, by: (typeof NAMED)[string]['by'], id: string): Promise<Row[]> {
  const rows = db.table<Row>(table);
  switch (by) {
    case 'timeline':
      return rows.where('timeline').startsWith(`${id} `).distinct().toArray();
    case 'asked':
      return rows.where('[personId+at]').between([id, ''], [id, '\uffff']).toArray();
    default:
      return rows.where(by).equals(id).toArray();
  }
}

import { db } from './db.ts';

type Row = { id: string } & Record<string, unknown>;

/** How the rows of each table that names people by id are found by a person. */
const NAMED: Record<string, 'timeline' | 'personIds' | 'personId' | 'asked' | 'all'> = {
  // One without a time is on nobody's timeline.
  meetings: 'all',
  notes: 'timeline',
  decisions: 'timeline',
  agendas: 'timeline',
  actionItems: 'personIds',
  topics: 'personIds',
  projects: 'personIds',
  reviews: 'personIds',
  series: 'personIds',
  facts: 'personId',
  askings: 'asked',
  cadenceChanges: 'asked',
};

/** The names of these tables. */
export const NAMING = Object.keys(NAMED);

/** Every row that names a person by id, by table; in a transaction. */
export async function rowsAbout(personId: string): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const [table, by] of Object.entries(NAMED)) found.set(table, await rowsOf(table, by, personId));
  return found;
}

function rowsOf(table: string, by: string, id: string): Promise<Row[]> {
  const rows = db.table<Row>(table);
  switch (by) {
    case 'all':
      return rows.filter(({ personIds }) => (personIds as string[]).includes(id)).toArray();
    case 'timeline':
      return rows.where('timeline').startsWith(`${id} `).distinct().toArray();
    case 'asked':
      return rows.where('[personId+at]').between([id, ''], [id, '\uffff']).toArray();
    default:
      return rows.where(by).equals(id).toArray();
  }
}

import { type Table, tableOf } from '../../prep/formats/csv-columns.ts';
import { CONTACTS_MAX } from '../../prep/formats/limits.ts';
import { FileRefused } from './faults.ts';

/** Columns beyond these, and what a cell holds beyond this, are no address book's. */
const COLUMNS_MAX = 300;
const CELL_MAX = 5_000;

/** Reads a table of people whose cells are divided by commas, semicolons, tabs or bars. @throws FileRefused */
export async function readTable(text: string): Promise<Table> {
  const { default: Papa } = await import('papaparse');
  // Excel may say the divider in a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const { data, errors } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    delimiter: said?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    // One more than may be, and the row of names.
    preview: CONTACTS_MAX + 2,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) throw new FileRefused({ kind: 'quotes', row: (quotes.row ?? 0) + 1 });
  const rows = data.map((row) => row.slice(0, COLUMNS_MAX).map((cell) => cell.slice(0, CELL_MAX)));
  const table = tableOf(rows);
  if (table.rows.length > CONTACTS_MAX) throw new FileRefused({ kind: 'too-many', most: CONTACTS_MAX });
  if (table.rows.length === 0) throw new FileRefused({ kind: 'nobody' });
  return table;
}

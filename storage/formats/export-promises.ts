import { safeCell } from '../../prep/formats/csv-cell.ts';
import { db } from '../db.ts';
import { localDay } from '../record.ts';
import { t } from '../words.ts';
import type { FileToSave } from './export-markdown.ts';

/**
 * Every promise as a row of CSV, open ones first, in UTF-8 with its mark so that Excel reads it; every cell is quoted and
 * none is a formula. It alters such texts, so it is no backup.
 */
export async function exportPromises(now = new Date()): Promise<FileToSave> {
  const { default: Papa } = await import('papaparse');
  const [items, people] = await Promise.all([db.actionItems.toArray(), db.people.toArray()]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const day = (instant: string) => localDay(new Date(instant));
  items.sort(
    (a, b) =>
      Number(b.state === 'open') - Number(a.state === 'open') ||
      (a.due ?? '9').localeCompare(b.due ?? '9') ||
      a.createdAt.localeCompare(b.createdAt),
  );
  const owners = { me: t('format_csvMe'), them: t('format_csvThem'), both: t('format_csvBoth') };
  const states = { open: t('format_csvOpen'), kept: t('format_csvKept'), dropped: t('format_csvDropped') };
  const head = [
    t('format_csvWho'),
    t('format_csvWith'),
    t('format_csvPromise'),
    t('format_csvDue'),
    t('format_csvState'),
    t('format_csvMade'),
    t('format_csvClosed'),
  ];
  const rows = items.map((item) => [
    owners[item.owner],
    item.personIds
      .map((id) => names.get(id) ?? '')
      .filter(Boolean)
      .join(', '),
    item.text,
    item.due ?? '',
    states[item.state],
    day(item.createdAt),
    item.closedAt ? day(item.closedAt) : '',
  ]);
  const text = Papa.unparse(
    [head, ...rows].map((row) => row.map(safeCell)),
    { quotes: true },
  );
  return {
    name: `peerside-promises-${localDay(now)}.csv`,
    blob: new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' }),
  };
}

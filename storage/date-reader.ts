import type { ReadDate } from '../prep/capture.ts';
import { isDayFirst } from '../prep/day-first.ts';
import { locale } from './words.ts';

/** The reader of English dates, fetched from the extension on first use; figures are read as the browser's language writes them. */
export async function loadReadDate(): Promise<ReadDate> {
  const { readDate } = await import('../prep/read-date.ts');
  const dayFirst = isDayFirst(locale());
  return (text, today) => readDate(text, today, dayFirst);
}

import type { ReadDate } from '../prep/capture.ts';
import { locale } from './words.ts';

/** The reader of English dates, fetched from the extension on first use; figures are read as the browser's language writes them. */
export async function loadReadDate(): Promise<ReadDate> {
  const { readDate } = await import('../prep/read-date.ts');
  const dayFirst = isDayFirst(locale());
  return (text, today) => readDate(text, today, dayFirst);
}

/** Whether a language writes the day before the month in figures. */
export function isDayFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(0);
  const order = parts.map((part) => part.type);
  return order.indexOf('day') < order.indexOf('month');
}

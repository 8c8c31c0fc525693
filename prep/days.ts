/** What a day looks like: `YYYY-MM-DD`, years 0000 to 9999. */
const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MS_PER_DAY = 86_400_000;

/** The days since 1 January 1970 of a day; undefined for what is no day, such as 30 February. */
function dayNumber(day: string): number | undefined {
  const [, year, month, date] = SHAPE.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / MS_PER_DAY : undefined;
}

function needed(day: string): number {
  const number = dayNumber(day);
  if (number === undefined) throw new RangeError(`No day: ${JSON.stringify(day.slice(0, 40))}`);
  return number;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 29 February in leap years only. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/**
 * The day some whole days later, earlier when `count` is negative. Days are counted, not hours: the clock changes nothing.
 * @throws RangeError for what is no day, a count that is not whole, or a year outside 0000 to 9999
 */
export function addDays(day: string, count: number): string {
  const number = needed(day) + count;
  const text = Number.isInteger(count) ? new Date(number * MS_PER_DAY) : new Date(Number.NaN);
  // toISOString throws by itself for what is no date at all.
  const later = text.toISOString().slice(0, 10);
  if (!isDay(later)) throw new RangeError(`No day ${count} days from ${day}`);
  return later;
}

/** Whole days from one day to another; negative when `to` comes first. @throws RangeError for what is no day */
export function daysBetween(from: string, to: string): number {
  return needed(to) - needed(from);
}

const DAY = 86_400_000;

/** The day `count` days later (or earlier), as YYYY-MM-DD. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** Whole days from `first` to `last`. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY);
}

/** `count` days in a row. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The first day of the month of a day. */
export function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The same month's first day, `count` months on. */
export function addMonths(day: string, count: number): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

/** The page's number for a day: year since 1970, month and day packed into bits. */
export function dayKey(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return ((year - 1970) << 9) | (month << 5) | date;
}

/** The day of such a number, as YYYY-MM-DD. */
export function dayOfKey(key: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${(key >> 9) + 1970}-${two((key >> 5) & 15)}-${two(key & 31)}`;
}

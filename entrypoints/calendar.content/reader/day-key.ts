/**
 * The day of a `data-datekey`: `(year - 1970) << 9 | month << 5 | day`, months from 1.
 * @returns YYYY-MM-DD; undefined for anything that is no such number or no such day
 */
export function dayOfKey(key: string | null | undefined): string | undefined {
  if (!key || !/^\d{1,6}$/.test(key)) return undefined;
  const packed = Number(key);
  return calendarDay((packed >> 9) + 1970, (packed >> 5) & 15, packed & 31);
}

/** The day of an element that has a key; undefined for none. */
export function dayOf(element: Element | null | undefined): string | undefined {
  return dayOfKey(element?.getAttribute('data-datekey'));
}

/** The day of a date as the event page's fields hold it, YYYYMMDD. */
export function dayOfDate(date: string | null | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date ?? '') ?? [];
  return calendarDay(Number(year), Number(month), Number(day));
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that does not exist rolls over to another one.
  if (!(year >= 1970) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Asked at every line that is read, and found once for each language. */
const known = new Map<string, boolean>();

/** Whether a language writes the day before the month in figures. */
export function isDayFirst(language: string): boolean {
  const found = known.get(language);
  if (found !== undefined) return found;
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(0);
  const order = parts.map((part) => part.type);
  const isFirst = order.indexOf('day') < order.indexOf('month');
  known.set(language, isFirst);
  return isFirst;
}

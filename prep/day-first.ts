/** Whether a language writes the day before the month in figures. */
export function isDayFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(0);
  const order = parts.map((part) => part.type);
  return order.indexOf('day') < order.indexOf('month');
}

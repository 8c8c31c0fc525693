/**
 * The day of an instant, in an IANA zone (`Europe/Lisbon`) or else in that of this browser.
 * @throws RangeError for what is no instant or no zone
 */
export function dayOf(instant: string, zone?: string): string {
  const format = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

let format: Intl.DateTimeFormat | undefined;
let formatZone: string | undefined;

/** The format of one zone, the last asked for: to make one takes as long as to write ten times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  if (!format || timeZone !== formatZone) {
    // Of all languages Swedish writes a date and a time as ISO does: 2026-11-19 14:00:00.
    format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formatZone = timeZone;
  }
  return format;
}

/** What clock and calendar show in a zone at an instant, as if it were UTC, in milliseconds; NaN for no such zone. */
function wallTime(instant: number, timeZone: string): number {
  try {
    return Date.parse(`${formatOf(timeZone).format(instant).replace(' ', 'T')}Z`);
  } catch {
    return Number.NaN;
  }
}

/** Day (YYYY-MM-DD) and minutes since midnight that a zone's clocks show at an instant; undefined for no such zone. */
export function localTime(instant: number, zone: string): { day: string; minutes: number } | undefined {
  const wall = wallTime(instant, zone);
  if (Number.isNaN(wall)) return undefined;
  return { day: new Date(wall).toISOString().slice(0, 10), minutes: Math.floor(wall / 60_000) % 1_440 };
}

/**
 * The instant at which a zone's clocks show a time of a day, as ISO in UTC; `minutes` since midnight, up to 1440.
 * @returns null for no such zone, and where the clocks show it never or twice, as when summer time begins and ends
 */
export function instantOf(day: string, minutes: number, zone: string): string | null {
  const wall = Date.parse(day) + minutes * 60_000;
  // The zone's distance from UTC a day before and a day after: where they differ, both may hold.
  const fits = new Set(
    [wall - 86_400_000, wall + 86_400_000]
      .map((near) => wall - wallTime(near, zone) + near)
      .filter((instant) => wallTime(instant, zone) === wall),
  );
  return fits.size === 1 ? new Date(Math.max(...fits)).toISOString() : null;
}

/** The instant of an occurrence's suffix, YYYYMMDDTHHMMSSZ, in milliseconds; undefined for a whole day's. */
export function instantOfSuffix(instance: string | null | undefined): number | undefined {
  const iso = instance?.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return (iso?.includes('-') && Date.parse(iso)) || undefined;
}

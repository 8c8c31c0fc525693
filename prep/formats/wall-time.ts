/** What a clock on the wall shows: month and day from 1, as ISO writes them. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const DAY_MS = 86_400_000;

/** Made once for each zone: to make one takes as long as to use a hundred. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** The name of a zone as the time zone database has it, from how a file names it ("/x/Europe/Lisbon"); undefined: unknown. */
export function zoneName(name: string): string | undefined {
  const parts = name.trim().split('/').filter(Boolean);
  return [parts.join('/'), parts.slice(-3).join('/'), parts.slice(-2).join('/')].find(
    (one) => one !== '' && formatOf(one) !== undefined,
  );
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  // A hostile file may name any number of zones that do not exist.
  if (!formats.has(zone) && formats.size < 1_000) formats.set(zone, make(zone));
  return formats.get(zone);
}

function make(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** Wall time as if it were UTC, in milliseconds: for reckoning with, and no instant. */
export function wallMs(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** What the clocks of a zone show at an instant. @throws RangeError for an unknown zone */
export function wallAt(ms: number, zone: string): WallTime {
  if (zone === 'UTC') return utcWall(ms);
  const format = formatOf(zone);
  if (!format) throw new RangeError(`No time zone: ${zone.slice(0, 60)}`);
  const parts = Object.fromEntries(
    format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

function utcWall(ms: number): WallTime {
  const at = new Date(ms);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

/** A day of the calendar as `YYYY-MM-DD`. */
export function dayText({ year, month, day }: WallTime): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * The instant, in milliseconds, at which the clocks of a zone show a time. One that comes twice is taken the first
 * time; one that the clocks leap over is reckoned with the offset before the leap (RFC 5545, 3.3.5).
 * @throws RangeError for an unknown zone or a time that is none
 */
export function instantOf(wall: WallTime, zone: string): number {
  const guess = wallMs(wall);
  const offset = (ms: number) => wallMs(wallAt(ms, zone)) - Math.floor(ms / 1_000) * 1_000;
  const before = guess - offset(guess - DAY_MS);
  const after = guess - offset(guess + DAY_MS);
  if (before === after || offset(before) === guess - before) return before;
  return offset(after) === guess - after ? after : before;
}

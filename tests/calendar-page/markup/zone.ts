/** A wall-clock moment: a day as YYYY-MM-DD and the minutes since its midnight. */
export interface LocalTime {
  day: string;
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA-u-nu-latn-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** The time zone of the machine. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What the clocks of `zone` show at an instant. */
export function localTime(instant: Date | string, zone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(new Date(instant))) part[type] = value;
  return {
    day: `${(part.year ?? '').padStart(4, '0')}-${part.month}-${part.day}`,
    minutes: Number(part.hour) * 60 + Number(part.minute),
  };
}

function utcMinutes({ day, minutes }: LocalTime): number {
  return Date.parse(`${day}T00:00:00Z`) / 60_000 + minutes;
}

/** The instant at which the clocks of `zone` show that day and minute. */
export function instantAt(day: string, minutes: number, zone: string): Date {
  const wanted = utcMinutes({ day, minutes });
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) {
    const shown = utcMinutes(localTime(new Date(guess * 60_000), zone));
    if (shown === wanted) break;
    guess += wanted - shown;
  }
  return new Date(guess * 60_000);
}

/** Minutes by which `zone` is ahead of UTC at an instant. */
export function offsetMinutes(instant: Date, zone: string): number {
  return utcMinutes(localTime(instant, zone)) - Math.floor(instant.getTime() / 60_000);
}

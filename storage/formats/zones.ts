import type ICAL from 'ical.js';
import { instantOf, type WallTime, wallAt, wallMs, zoneName } from '../../prep/formats/wall-time.ts';

type Library = typeof ICAL;

/** Tells what the clocks of a zone show, and when they show it; instants in milliseconds. */
export interface Zone {
  instant(wall: WallTime): number;
  wall(ms: number): WallTime;
}

/** A zone of the time zone database. */
export function namedZone(name: string): Zone {
  return { instant: (wall) => instantOf(wall, name), wall: (ms) => wallAt(ms, name) };
}

/** The only rules that zones change by: once a year, on a day of one month. Others could keep the library busy for ever. */
const PLAIN_RULE =
  /^RRULE:(?=.*FREQ=YEARLY)(?:(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|BYMONTH=\d{1,2}|BYMONTHDAY=-?\d{1,2}(?:,\d{1,2}){0,6}|BYDAY=[+-]?[1-5]?[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?)(?:;|$))+$/i;

/** The zones of one file: by the time zone database, else as the file itself defines them. */
export class Zones {
  readonly #ical: Library;
  readonly #own = new Map<string, Zone | undefined>();
  readonly #texts = new Map<string, string>();
  readonly #floating: Zone;

  /** `floating`: the zone of times that name none. */
  constructor(ical: Library, floating: Zone) {
    this.#ical = ical;
    this.#floating = floating;
  }

  /** Remembers the definition of a zone; the first one of a name counts. */
  define(text: string): void {
    const [, name = ''] = /^TZID(?:;[^:\r\n]*)?:(.*)$/m.exec(text) ?? [];
    const key = name.trim();
    // No file of a person's calendar has seen so many.
    if (key && !this.#texts.has(key) && this.#texts.size < 300) this.#texts.set(key, text);
  }

  get floating(): Zone {
    return this.#floating;
  }

  /** The zone of this name; undefined when neither the database nor the file knows it. */
  byName(name: string): Zone | undefined {
    if (!this.#own.has(name)) this.#own.set(name, this.#find(name));
    return this.#own.get(name);
  }

  #find(name: string): Zone | undefined {
    const known = zoneName(name);
    if (known) return namedZone(known);
    const text = this.#texts.get(name);
    if (!text) return undefined;
    const rules = text.split('\r\n').filter((line) => /^RRULE/i.test(line));
    if (rules.length > 50 || !rules.every((line) => PLAIN_RULE.test(line))) return undefined;
    try {
      return this.#defined(text);
    } catch {
      return undefined;
    }
  }

  #defined(text: string): Zone {
    const { Component, Time, Timezone, parse } = this.#ical;
    const [component] = new Component(parse(text) as unknown[]).getAllSubcomponents('vtimezone');
    if (!component) throw new Error('no zone');
    const zone = new Timezone({ component, tzid: 'own' });
    const offset = (wall: WallTime) => {
      // The library reckons each year up to the one asked for.
      if (wall.year > 2_200) throw new RangeError('too far');
      return zone.utcOffset(new Time({ ...wall, isDate: false }, Timezone.localTimezone)) * 1_000;
    };
    const instant = (wall: WallTime) => wallMs(wall) - offset(wall);
    // A definition that cannot be reckoned with is found out here and not at an event.
    if (!Number.isFinite(instant({ year: 2026, month: 1, day: 1, hour: 0, minute: 0, second: 0 }))) {
      throw new RangeError('no offset');
    }
    return {
      instant,
      wall(ms) {
        // The offset is of the time on the wall, which is what is looked for: two steps come to rest on it.
        const guess = wallAt(ms + offset(wallAt(ms, 'UTC')), 'UTC');
        return wallAt(ms + offset(guess), 'UTC');
      },
    };
  }
}

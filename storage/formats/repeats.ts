import type ICAL from 'ical.js';
import { type WallTime, wallMs } from '../../prep/formats/wall-time.ts';

type Library = typeof ICAL;
type Time = InstanceType<Library['Time']>;
type Recur = InstanceType<Library['Recur']>;

/** What the rules of one event may cost, in steps of the library: more than twenty years of every day, a tenth of a second. */
const STEPS_MAX = 30_000;
/** More often than this in four months is no meeting. */
const TIMES_MAX = 500;
/** A rule is shorter, and repeats within some years. */
const RULE_MAX = 500;
const INTERVAL_MAX = 1_000;

/** What the rules of one file may cost together. */
export interface Budget {
  steps: number;
}
export const fileBudget = (): Budget => ({ steps: 3_000_000 });

/** Thrown by a rule that costs too much or comes too often. */
class Spent extends Error {}

/**
 * The library's iterator, which counts its steps: some rules lead nowhere and would keep it looking for ever
 * (the 30th of February), and some every second.
 */
function boundedIterator({ RecurIterator }: Library, budget: Budget) {
  return class extends RecurIterator {
    // The library calls the methods below from its constructor, before fields of ours would be there.
    declare steps: number | undefined;
    step(cost = 1): void {
      this.steps = (this.steps ?? 0) + cost;
      budget.steps -= cost;
      if (this.steps > STEPS_MAX || budget.steps < 0) throw new Spent();
    }
    override increment_monthday(days: number): void {
      this.step(1 + days / 7);
      super.increment_monthday(days);
    }
    override increment_month(): void {
      this.step();
      super.increment_month();
    }
    override increment_year(years: number): void {
      this.step();
      super.increment_year(years);
    }
    override expand_year_days(year: number) {
      this.step(20);
      return super.expand_year_days(year);
    }
    override next_hour() {
      this.step();
      return super.next_hour();
    }
  };
}

/** A rule as it stands in a file, and the wall time that its UNTIL means in the zone of the event. */
export interface RuleInput {
  rule: Recur;
  until: WallTime | undefined;
}

/**
 * The times on the wall at which a rule repeats, from a first one on, within `[from, to)`; all of them as if in UTC.
 * @returns undefined when it comes more often than meetings do, or leads nowhere
 */
export function repeats(
  ical: Library,
  { rule, until }: RuleInput,
  first: WallTime,
  [from, to]: readonly [number, number],
  budget = fileBudget(),
): number[] | undefined {
  if (until && wallMs(until) < from) return [];
  if (/^(SECONDLY|MINUTELY|HOURLY)$/.test(rule.freq) || (rule.interval ?? 1) > INTERVAL_MAX) return undefined;
  if (rule.toString().length > RULE_MAX) return undefined;
  const Bounded = boundedIterator(ical, budget);
  const times: number[] = [];
  try {
    const ends = until ? timeOf(ical, until) : undefined;
    const plain = Object.assign(new ical.Recur(rule.toJSON()), { until: ends ?? null });
    const iterator = new Bounded({ rule: plain, dtstart: timeOf(ical, first) });
    for (let time = iterator.next(); time; time = iterator.next()) {
      iterator.step();
      const ms = wallMs(time);
      if (ms >= to) break;
      if (ms >= from) times.push(ms);
      if (times.length > TIMES_MAX) return undefined;
    }
  } catch (error) {
    // What the library cannot make sense of leads nowhere either.
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
  return times;
}

function timeOf(ical: Library, { year, month, day, hour, minute, second }: WallTime): Time {
  return new ical.Time(
    { year, month, day, hour, minute, second, isDate: false },
    ical.Timezone.localTimezone,
  );
}

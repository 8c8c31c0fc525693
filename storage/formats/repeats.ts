import type ICAL from 'ical.js';
import { type WallTime, wallAt, wallMs } from '../../prep/formats/wall-time.ts';

const DAY_MS = 86_400_000;

type Library = typeof ICAL;
type Time = InstanceType<Library['Time']>;
type Recur = InstanceType<Library['Recur']>;

/**
 * What a rule may cost, in steps of the library: it takes about four for each time, so these are enough for every day
 * since the first, and at most for more than twenty years of days; a tenth of a second then.
 */
const stepsFor = (days: number) => Math.min(30_000, 3_000 + 5 * Math.max(0, days));
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
function boundedIterator({ RecurIterator }: Library, most: number, budget: Budget) {
  return class extends RecurIterator {
    // The library calls the methods below from its constructor, before fields of ours would be there.
    declare steps: number | undefined;
    step(cost = 1): void {
      this.steps = (this.steps ?? 0) + cost;
      budget.steps -= cost;
      if (this.steps > most || budget.steps < 0) throw new Spent();
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
  const Bounded = boundedIterator(ical, stepsFor((to - wallMs(first)) / DAY_MS), budget);
  const times: number[] = [];
  try {
    const ends = until ? timeOf(ical, until) : undefined;
    const plain = Object.assign(new ical.Recur(rule.toJSON()), { until: ends ?? null });
    const iterator = new Bounded({ rule: plain, dtstart: timeOf(ical, nearer(rule, first, from)) });
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

/**
 * A time in step with the rule and nearer to what is looked for, so that a stand-up of fifteen years is not walked
 * through from its first day. Months and years are long steps anyway; with a COUNT each time has to be counted.
 */
function nearer({ freq, interval = 1, count }: Recur, first: WallTime, from: number): WallTime {
  const days = { DAILY: 1, WEEKLY: 7 }[freq as string];
  if (!days || count) return first;
  const step = days * interval * DAY_MS;
  const steps = Math.floor((from - wallMs(first)) / step) - 1;
  return steps > 0 ? wallAt(wallMs(first) + steps * step, 'UTC') : first;
}

function timeOf(ical: Library, { year, month, day, hour, minute, second }: WallTime): Time {
  return new ical.Time(
    { year, month, day, hour, minute, second, isDate: false },
    ical.Timezone.localTimezone,
  );
}

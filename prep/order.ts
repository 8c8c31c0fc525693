import { daysBetween } from './days.ts';
import type { ActionItem, Owner } from './records/action-item.ts';
import type { Fact } from './records/fact.ts';
import type { Goal } from './records/question.ts';
import type { Topic } from './records/topic.ts';
import { sortBy } from './sort-by.ts';

/** Mine first, then theirs, then joint (the brief's order): what I owe is mine to do something about. */
const OWNERS: Record<Owner, number> = { me: 0, them: 1, both: 2 };

/** A fact asks "still true?" this many days after it was last confirmed: twelve months (Relationships). */
const STALE_DAYS = 365;

/** A text after every day and every instant, for what has none. */
const NEVER = '\uffff';

/** Whole days that a promise is late; 0 when it is not, has no day, or is closed. Days are `YYYY-MM-DD`. */
export function daysLate(item: Pick<ActionItem, 'due' | 'state'>, today: string): number {
  if (item.due === null || item.state !== 'open') return 0;
  return Math.max(0, daysBetween(item.due, today));
}

/** What was raised this often rises to the top (Evanish, METHOD 7: what is put off festers). */
export const RAISED = 3;

/**
 * How often a promise or a topic was carried into a meeting that did not close it. `notYet`: the meetings that have not
 * raised it yet though their brief carries it: the one whose brief is open, and those that are not over.
 */
export function timesRaised({ raisedIn }: Pick<Topic, 'raisedIn'>, notYet: readonly string[]): number {
  return raisedIn.filter((id) => !notYet.includes(id)).length;
}

/**
 * Promises as a brief shows them: mine, theirs, joint; in each what was raised three times or more first, then by day, so
 * that the overdue come before the others, the undated last, then as they were made. `notYet`: as for `timesRaised`. A
 * total order: two sortings never differ.
 */
export function orderActionItems<T extends ActionItem>(
  items: readonly T[],
  notYet: readonly string[] = [],
): T[] {
  const risen = (item: T) => (timesRaised(item, notYet) >= RAISED ? -timesRaised(item, notYet) : 0);
  return sortBy(items, (item) => [
    OWNERS[item.owner],
    risen(item),
    item.due ?? NEVER,
    item.createdAt,
    item.id,
  ]);
}

/** Topics as a brief shows them: what was raised most often first (Evanish: what is put off festers), then the oldest. */
export function orderTopics<T extends Topic>(topics: readonly T[], notYet: readonly string[] = []): T[] {
  return sortBy(topics, (topic) => [-timesRaised(topic, notYet), topic.createdAt, topic.id]);
}

/** A fact for a brief; stale: over twelve months since it was confirmed. */
export interface PickedFact {
  fact: Fact;
  stale: boolean;
}

/** What the two have in common comes first in a hard talk: music or parenthood help there (Relationships, METHOD 68). */
export function isFirstFact(goal: Goal): (fact: Pick<Fact, 'kind'>) => boolean {
  return ({ kind }) => goal === 'disagreement' && kind === 'common';
}

/**
 * The facts that a brief shows: those that come first whatever was shown (`isFirst`), then those never shown, then the
 * longest unshown (Relationships), at most `limit`. None of those that the last brief showed (`last`, ids), unless there
 * is no other.
 */
export function pickFacts(
  facts: readonly Fact[],
  today: string,
  limit = 2,
  last: readonly string[] = [],
  isFirst: (fact: Fact) => boolean = () => false,
): PickedFact[] {
  const others = facts.filter((fact) => isFirst(fact) || !last.includes(fact.id));
  const from = others.length > 0 ? others : facts;
  return sortBy(from, (fact) => [
    Number(!isFirst(fact)),
    fact.shownAt ?? '',
    fact.learntOn,
    fact.createdAt,
    fact.id,
  ])
    .slice(0, Math.max(0, limit))
    .map((fact) => ({ fact, stale: daysBetween(fact.confirmedOn, today) > STALE_DAYS }));
}

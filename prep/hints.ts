import { addDays } from './days.ts';
import { orderTopics, RAISED, timesRaised } from './order.ts';
import type { ActionItem } from './records/action-item.ts';
import type { Decision } from './records/decision.ts';
import type { Fact } from './records/fact.ts';
import type { Project } from './records/project.ts';
import type { Asking, Goal, Question, QuestionSet, Trust } from './records/question.ts';
import type { Topic } from './records/topic.ts';
import { TRUSTS } from './scales.ts';
import { sortBy } from './sort-by.ts';

/** What is known of one peer that a hint may follow from. Days are `YYYY-MM-DD`. */
export interface HintInput {
  personId: string;
  trust: Trust;
  today: string;
  /** What the coming meeting is for; null: none is ahead, or where it is has been said. */
  goal: Goal | null;
  /** Past meetings, newest first, with their days. */
  past: readonly { id: string; day: string }[];
  items: readonly ActionItem[];
  facts: readonly Fact[];
  askings: readonly Asking[];
  projects: readonly Project[];
  decisions: readonly Decision[];
  topics: readonly Topic[];
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
}

export type Hint =
  | { kind: 'elsewhere' }
  | { kind: 'raised-often'; text: string; times: number }
  | { kind: 'task-talk' }
  | { kind: 'no-shared-work' }
  | { kind: 'talk-only'; meetings: number };

/** A hint put away for good, for one person (`Settings.hintsOff`). */
export function hintKey(kind: Hint['kind'], personId: string): string {
  return `${kind} ${personId}`;
}

/**
 * The one thing that may be worth saying about the talks with a peer, if any: what presses most first. Never one that was
 * put away, never two. `off`: as in the settings; `<hint>` alone puts it away for everybody.
 */
export function hintFor(input: HintInput, off: readonly string[]): Hint | undefined {
  const isOff = ({ kind }: Hint) => off.includes(kind) || off.includes(hintKey(kind, input.personId));
  for (const rule of [elsewhere, raisedOften, taskTalk, noSharedWork, talkOnly]) {
    const hint = rule(input);
    if (hint && !isOff(hint)) return hint;
  }
  return undefined;
}

/** A walk, a drink or a meal makes candour easier than a room does (Evanish, Missing, METHOD 43). */
const CANDID: readonly Goal[] = ['support', 'disagreement'];

function elsewhere({ goal }: HintInput): Hint | undefined {
  return goal !== null && CANDID.includes(goal) ? { kind: 'elsewhere' } : undefined;
}

/** Carried over three times, it festers (Evanish, METHOD 7). */
function raisedOften({ topics, notYet }: HintInput): Hint | undefined {
  const [most] = orderTopics(
    topics.filter(({ state }) => state === 'open'),
    notYet,
  );
  const times = most ? timesRaised(most, notYet) : 0;
  return most && times >= RAISED ? { kind: 'raised-often', text: most.text, times } : undefined;
}

/** The last three meetings left promises, and not one fact or answer: purely transactional (Evanish, METHOD 6). */
const TALKS = 3;

function taskTalk({ past, items, facts, askings }: HintInput): Hint | undefined {
  const last = past.slice(0, TALKS);
  if (last.length < TALKS) return undefined;
  const onlyTasks = last.every(
    ({ id, day }) =>
      items.some(({ meetingId }) => meetingId === id) &&
      !facts.some(({ learntOn }) => learntOn === day) &&
      !askings.some(({ meetingId, state }) => meetingId === id && state === 'asked'),
  );
  return onlyTasks ? { kind: 'task-talk' } : undefined;
}

/** Many personal facts and no shared work for three months: rapport without trust (Relationships, METHOD 69). */
const MANY_FACTS = 5;
const THREE_MONTHS = 91;

function noSharedWork({ today, past, facts, items, projects, decisions }: HintInput): Hint | undefined {
  const since = addDays(today, -THREE_MONTHS);
  const known = past.at(-1);
  if (facts.length < MANY_FACTS || !known || known.day > since) return undefined;
  const isNew = (at: string) => at.slice(0, 10) >= since;
  const together =
    projects.some(({ state, closedAt }) => state === 'open' || isNew(closedAt ?? '')) ||
    decisions.some(({ at }) => isNew(at)) ||
    items.some(({ owner, state, createdAt }) => owner === 'both' && (state === 'open' || isNew(createdAt)));
  return together ? undefined : { kind: 'no-shared-work' };
}

/** Meetings keep up trust more than they build it: little trust yet, and only talk (Relationships, METHOD 58). */
const MET_OFTEN = 4;

function talkOnly({ trust, past, projects }: HintInput): Hint | undefined {
  if (trust !== 'new' || past.length < MET_OFTEN || projects.length > 0) return undefined;
  return { kind: 'talk-only', meetings: past.length };
}

/**
 * Two questions for rapport to go with task talk: of sets that are on and fit that goal, at this trust or below, with
 * nothing to fill in, never asked of this peer; fewer when there are no more.
 */
export function rapportQuestions(
  sets: readonly QuestionSet[],
  questions: readonly Question[],
  askings: readonly Asking[],
  trust: Trust,
): Question[] {
  const asked = new Set(askings.filter(({ state }) => state === 'asked').map(({ questionId }) => questionId));
  const fits = new Map(
    sets.filter(({ on, goals }) => on && goals.includes('rapport')).map((set) => [set.id, set]),
  );
  const level = (own: Trust) => TRUSTS.indexOf(own);
  const open = questions.filter((question) => {
    const set = fits.get(question.setId);
    return (
      set !== undefined &&
      !asked.has(question.id) &&
      question.phase === null &&
      question.when === null &&
      !question.text.includes('{') &&
      Math.max(level(set.trust), level(question.trust)) <= level(trust)
    );
  });
  return sortBy(open, ({ setId, order, id }) => [fits.get(setId)?.order ?? 0, order, id]).slice(0, 2);
}

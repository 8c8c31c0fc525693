import { fold } from './fold.ts';
import { LINE } from './limits.ts';
import type { Asking, Goal, Question, QuestionSet, Trust } from './records/question.ts';
import { TRUSTS } from './scales.ts';
import { sortBy } from './sort-by.ts';

/** Nothing that was asked of a peer comes again by itself for half a year (PRODUCT, part 3). */
const REST_MONTHS = 6;

/**
 * Where to look when a goal has too few questions left: the goals whose talk leads there. A hard talk needs
 * its ground first, and every talk can start from the two people in it.
 */
const NEAR: Record<Goal, readonly Goal[]> = {
  rapport: ['work-better', 'clarity'],
  'work-better': ['clarity', 'rapport'],
  clarity: ['work-better', 'rapport'],
  ideas: ['work-better', 'clarity', 'rapport'],
  'shared-problem': ['work-better', 'clarity', 'rapport'],
  preview: ['clarity', 'work-better', 'rapport'],
  support: ['rapport', 'work-better'],
  disagreement: ['work-better', 'clarity', 'rapport'],
};

/** What fills {project}, {team}, {topic}, {date}. */
export interface Values {
  project?: string | undefined;
  team?: string | undefined;
  topic?: string | undefined;
  date?: string | undefined;
}

/** What decides whether a question may be put before a peer, and how early. */
export interface Situation {
  sets: readonly QuestionSet[];
  questions: readonly Question[];
  /** Everything known of what these peers were asked or shown. */
  askings: readonly Asking[];
  goal: Goal;
  trust: Trust;
  /** ISO instant. */
  now: string;
  /** The meeting; chance is drawn from it, so that a meeting always has the same questions. */
  meetingId: string;
  /** Whether both have the same manager. */
  sameManager: boolean;
  values: Values;
}

/** A question that may be suggested, and what is known of it. Numbers sort: the lower, the better. */
export interface Askable {
  question: Question;
  set: QuestionSet;
  /** With its placeholders filled. */
  text: string;
  /** 0 to 2: the trust that it needs. */
  trust: number;
  /** Its place in its set, from 0 (first) to below 1. */
  place: number;
  /** 0: fits the goal; then the goals nearby; then any other. */
  goalDistance: number;
  /** 0: nothing against it; 1: asked long ago; 2: shown at the last meeting; 3: swapped away within six months. */
  tired: number;
  /** Shown at the last meeting before this one, whatever became of it. */
  atLast: boolean;
  /** The user kept it for another time. */
  kept: boolean;
  /** Shown in an earlier meeting. */
  seen: boolean;
  /** When it was last asked, ISO instant; always over six months ago. */
  lastAsked: string | null;
  chance: number;
}

/** The set of questions that were caught for somebody: they are for the people whom they were caught for. */
export const CAUGHT_SET = 'set:own-caught';

/**
 * The questions that may be suggested by themselves: of sets that are on, nothing for the end of a meeting or the
 * review of a series, questions about a shared manager only with one, none with a placeholder that nothing fills,
 * none asked within six months, and none that needs more than one level above the trust there is.
 */
export function askables(now: Situation): Askable[] {
  const sets = new Map(now.sets.filter((set) => set.on).map((set) => [set.id, set]));
  const places = placesOf(now.questions);
  const past = history(now);
  const asked = recentlyAsked(now);
  return now.questions.flatMap((question) => {
    const set = sets.get(question.setId);
    const text = fill(question.text, now.values);
    if (!set || text === undefined || question.phase !== null) return [];
    if (question.when === 'same-manager' && !now.sameManager) return [];
    if (question.setId === CAUGHT_SET && !past.has(question.id)) return [];
    const trust = Math.max(TRUSTS.indexOf(question.trust), TRUSTS.indexOf(set.trust));
    if (trust > TRUSTS.indexOf(now.trust) + 1) return [];
    // Candour unlocks at its own level only (Missing, METHOD 5): a whole set for trusted peers is not for others.
    if (set.trust === 'trusted' && now.trust !== 'trusted') return [];
    const known = past.get(question.id) ?? UNKNOWN;
    if (asked.has(question.id) || asked.has(fold(text))) return [];
    const goals = question.goals.length > 0 ? question.goals : set.goals;
    const place = places.get(question.id) ?? 0;
    const goalDistance = distance(goals, now.goal);
    const chance = hash(`${now.meetingId} ${question.id}`);
    return [{ question, set, text, trust, place, goalDistance, chance, ...known }];
  });
}

function placesOf(questions: readonly Question[]): Map<string, number> {
  const bySet = Map.groupBy(questions, (question) => question.setId);
  const places = new Map<string, number>();
  for (const all of bySet.values()) {
    const sorted = [...all].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    for (const [index, { id }] of sorted.entries()) places.set(id, index / sorted.length);
  }
  return places;
}

function distance(goals: readonly Goal[], goal: Goal): number {
  if (goals.length === 0 || goals.includes(goal)) return 0;
  const near = NEAR[goal].findIndex((other) => goals.includes(other));
  return near === -1 ? NEAR[goal].length + 1 : near + 1;
}

/** What was asked within six months in other meetings: the ids, and the words, as two sets may hold the same question. */
function recentlyAsked({ askings, now, meetingId }: Situation): Set<string> {
  const since = monthsBefore(now, REST_MONTHS);
  const asked = askings.filter(
    ({ state, at, meetingId: met }) => state === 'asked' && met !== meetingId && Date.parse(at) >= since,
  );
  return new Set(asked.flatMap(({ questionId, text }) => [questionId, fold(text)]));
}

type Known = Pick<Askable, 'tired' | 'atLast' | 'kept' | 'seen' | 'lastAsked'>;
const UNKNOWN: Known = { tired: 0, atLast: false, kept: false, seen: false, lastAsked: null };

/** What other meetings left behind, by question; what happened in this meeting is the chooser's own matter. */
function history({ askings, now, meetingId }: Situation): Map<string, Known> {
  const since = monthsBefore(now, REST_MONTHS);
  const recent = (asking: Asking) => Date.parse(asking.at) >= since;
  const others = askings.filter((asking) => asking.meetingId !== meetingId);
  const last = newest(others.filter((asking) => asking.meetingId !== null))?.meetingId;
  const found = Map.groupBy(others, (asking) => asking.questionId);
  return new Map(
    [...found].map(([id, all]) => {
      const asked = newest(all.filter(({ state }) => state === 'asked'));
      const decided = newest(all.filter(({ state }) => state !== 'suggested'));
      const kept = decided?.state === 'kept';
      const swapped = decided?.state === 'swapped' && recent(decided);
      const atLast = all.some((asking) => last !== undefined && asking.meetingId === last);
      return [
        id,
        {
          tired: swapped ? 3 : atLast ? 2 : asked ? 1 : 0,
          atLast,
          kept,
          seen: true,
          lastAsked: asked?.at ?? null,
        },
      ];
    }),
  );
}

/** The newest of several, by when it was noted. */
function newest(all: readonly Asking[]): Asking | undefined {
  return sortBy(all, (one) => [-Date.parse(one.at), one.id])[0];
}

/** A question's words with its placeholders filled; undefined when one of them has no value or the text gets too long. */
function fill(text: string, values: Values): string | undefined {
  let whole = true;
  const filled = text.replace(/\{(project|team|topic|date)\}/g, (_, name: keyof Values) => {
    const value = values[name]?.trim();
    if (!value) whole = false;
    return value ?? '';
  });
  return whole && filled.length <= LINE ? filled : undefined;
}

/** An instant so many calendar months earlier, in ms; the last day of a shorter month where the day does not exist. */
function monthsBefore(instant: string, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  // 31 August less six months is no 31 February: go back to the end of the month before.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

/** FNV-1a with MurmurHash3's last mixing, 32 bit: always the same, and ids that are alike end far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

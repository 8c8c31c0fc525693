import type { Asking, Goal, Level, Question, QuestionSet, Trust } from './records/question.ts';

/** One of the questions that a brief offers. */
export interface Suggestion {
  question: Question;
  /** With its placeholders filled. */
  text: string;
  level: Level;
}

export interface SuggestInput {
  sets: readonly QuestionSet[];
  questions: readonly Question[];
  /** Everything known of what these peers were asked or shown. */
  askings: readonly Asking[];
  goal: Goal;
  trust: Trust;
  /** ISO instant. */
  now: string;
  meetingId: string;
  /** Whether both have the same manager. */
  sameManager: boolean;
  /** What fills {project}, {team}, {topic}, {date}; a question with an empty one is not suggested. */
  values: {
    project?: string | undefined;
    team?: string | undefined;
    topic?: string | undefined;
    date?: string | undefined;
  };
}

const TRUSTS: readonly Trust[] = ['new', 'working', 'trusted'];
const LEVELS: readonly Level[] = ['easy', 'central', 'deeper'];

/** Nothing that was asked of a peer comes again by itself for half a year (PRODUCT, part 3). */
const REST_MONTHS = 6;

/**
 * Three questions for a meeting: one easy, one central, one deeper (PRODUCT, part 3). The central one is at the trust
 * level, the easy one below it, the deeper one above it where there is one; never more than one above (Relationships:
 * the trust spectrum), and a whole set only from its own level on. What was asked within six months is left out,
 * what was swapped away or shown without being asked sinks, what was kept for another time comes first.
 * Stable within a meeting: what it has shown stays until it is swapped, and chance is drawn from the meeting's id.
 * @returns at most three different ones, in the order of the levels
 */
export function suggestQuestions(input: SuggestInput): Suggestion[] {
  const { meetingId } = input;
  const here = new Map(
    input.askings.filter((asking) => asking.meetingId === meetingId).map((one) => [one.questionId, one]),
  );
  const bySet = new Map(input.sets.map((set) => [set.id, set]));
  const shown = new Map<Level, Suggestion>();
  for (const question of input.questions) {
    const asking = here.get(question.id);
    const stays = asking?.level && (asking.state === 'suggested' || asking.state === 'asked');
    if (stays && asking.level && !shown.has(asking.level)) {
      shown.set(asking.level, { question, text: asking.text, level: asking.level });
    }
  }
  const used = new Set([...shown.values()].map(({ question }) => question.id));
  const candidates = input.questions.flatMap((question) => {
    const set = bySet.get(question.setId);
    const text = fill(question.text, input.values);
    if (!set || text === undefined || here.has(question.id) || used.has(question.id)) return [];
    return allowed(question, set, input) ? [rate(question, set, text, input)] : [];
  });
  for (const level of LEVELS) {
    if (shown.has(level)) continue;
    const target = TRUSTS.indexOf(input.trust) + LEVELS.indexOf(level) - 1;
    const best = candidates
      .filter((candidate) => !used.has(candidate.question.id))
      .sort(
        (a, b) =>
          Number(b.kept) - Number(a.kept) ||
          Number(b.fits) - Number(a.fits) ||
          a.sunk - b.sunk ||
          Math.abs(a.trust - target) - Math.abs(b.trust - target) ||
          a.chance - b.chance ||
          (a.question.id < b.question.id ? -1 : 1),
      )[0];
    if (!best) continue;
    used.add(best.question.id);
    shown.set(level, { question: best.question, text: best.text, level });
  }
  return LEVELS.flatMap((level) => shown.get(level) ?? []);
}

/** Whether a question may be suggested by itself at all. */
function allowed(question: Question, set: QuestionSet, input: SuggestInput): boolean {
  const trust = TRUSTS.indexOf(input.trust);
  if (!set.on || question.phase !== null) return false;
  if (question.when === 'same-manager' && !input.sameManager) return false;
  if (TRUSTS.indexOf(set.trust) > trust || TRUSTS.indexOf(question.trust) > trust + 1) return false;
  const rests = monthsBefore(input.now, REST_MONTHS);
  return !input.askings.some(
    (asking) => asking.questionId === question.id && asking.state === 'asked' && asking.at >= rests,
  );
}

function rate(question: Question, set: QuestionSet, text: string, input: SuggestInput) {
  const goals = question.goals.length > 0 ? question.goals : set.goals;
  const history = input.askings.filter(
    (asking) => asking.questionId === question.id && asking.state !== 'asked',
  );
  const latest = history.reduce<Asking | undefined>(
    (last, one) => (last && last.at > one.at ? last : one),
    undefined,
  );
  return {
    question,
    text,
    fits: goals.length === 0 || goals.includes(input.goal),
    trust: Math.max(TRUSTS.indexOf(question.trust), TRUSTS.indexOf(set.trust)),
    kept: latest?.state === 'kept',
    // Shown before and let pass counts once, sent away counts twice.
    sunk: history.reduce(
      (sum, { state }) => sum + (state === 'swapped' ? 2 : state === 'suggested' ? 1 : 0),
      0,
    ),
    chance: hash(`${input.meetingId} ${question.id}`),
  };
}

/** A question's words with its placeholders filled; undefined when one of them has no value. */
export function fill(text: string, values: SuggestInput['values']): string | undefined {
  let whole = true;
  const filled = text.replace(/\{(project|team|topic|date)\}/g, (_, name: keyof SuggestInput['values']) => {
    const value = values[name]?.trim();
    if (!value) whole = false;
    return value ?? '';
  });
  return whole ? filled : undefined;
}

/** An instant so many calendar months earlier; the last day of a shorter month where the day does not exist. */
function monthsBefore(instant: string, months: number): string {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}

/** FNV-1a, 32 bit: spreads ids evenly and always the same way. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

/** The first meetings are for getting to know each other; a relationship that works turns to the work (Evanish). */
const FIRST_MEETINGS = 3;

/** The goal of a meeting until one is chosen: the one remembered for the peer, else by trust and number of past meetings. */
export function defaultGoal(trust: Trust, meetings: number, remembered: Goal | null): Goal {
  return remembered ?? (trust === 'new' && meetings < FIRST_MEETINGS ? 'rapport' : 'work-better');
}

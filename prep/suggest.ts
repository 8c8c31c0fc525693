import { type Askable, askables, CAUGHT_SET, type Situation } from './askable.ts';
import { FIRST_MEETINGS } from './default-goal.ts';
import { fold } from './fold.ts';
import type { Asking, Level, Question, Trust } from './records/question.ts';
import { LEVELS, TRUSTS } from './scales.ts';
import { sortBy } from './sort-by.ts';

/** One of the questions that a brief offers. */
export interface Suggestion {
  question: Question;
  /** With its placeholders filled. */
  text: string;
  level: Level;
  why: {
    /** false: the goal has too few left, and this one comes from another. */
    fits: boolean;
    /** The user kept it for another time. */
    kept: boolean;
    /** When it was last asked of this peer, ISO instant; null: never. */
    lastAsked: string | null;
  };
}

export interface SuggestInput extends Situation {
  /** How many meetings there were before; unknown counts as many. */
  meetings?: number;
}

/** The order in which the places are filled: what the meeting is for comes before how it opens. */
const FILLED: readonly Level[] = ['central', 'deeper', 'easy'];

/** What the places of one meeting hold so far, and what has happened to questions in it. */
interface Table {
  input: SuggestInput;
  seats: Map<Level, Suggestion>;
  /** By question. */
  here: Map<string, Asking>;
}

/**
 * Three questions for a meeting: one easy, one central, one deeper (PRODUCT, part 3), at the trust level or one above
 * (Relationships, METHOD 71): the easy and the central one at the level where that is possible, the deeper one above.
 * What was caught for these people comes first, also into a brief that was shown, then what was kept, then what fits
 * the goal, then what is neither swapped away nor shown the last time. Where the goal has too few left others come, and
 * `why` says so. Stable within a meeting: a question stays in its place until it is swapped, the goal changes or one is
 * caught, an asked one in any case; chance is drawn from the meeting.
 * @returns three different ones where three may be suggested, in the order of the levels
 */
export function suggestQuestions(input: SuggestInput): Suggestion[] {
  const table: Table = { input, seats: new Map(), here: thisMeeting(input) };
  seatAsked(table);
  const all = askables(input).filter((one) => !isDone(table, one));
  // Caught for these very people: they see it also where the brief was open before.
  seatKept(
    table,
    all.filter(({ question }) => question.setId === CAUGHT_SET),
  );
  seatShown(table, all);
  seatKept(table, all);
  const free = FILLED.filter((level) => !table.seats.has(level));
  for (const level of free) put(table, best(table, all, level), level);
  avoidSameThree(table, all, free);
  return LEVELS.flatMap((level) => table.seats.get(level) ?? []);
}

/** What decides about a question of which several peers have a row: that one was asked, then that it was sent away. */
const DECIDES: Record<Asking['state'], number> = { asked: 0, kept: 1, swapped: 2, suggested: 3 };

/** What happened in this meeting, by question. */
function thisMeeting({ askings, meetingId }: SuggestInput): Map<string, Asking> {
  const mine = askings.filter((asking) => asking.meetingId === meetingId);
  const sorted = sortBy(mine, (one) => [DECIDES[one.state], -Date.parse(one.at), one.id]);
  // The last entry of a question stays in a map: the one that decides.
  return new Map(sorted.reverse().map((asking) => [asking.questionId, asking]));
}

/** Asked questions keep their place, as they were read out, whatever has changed since. */
function seatAsked({ input, seats, here }: Table): void {
  const questions = new Map(input.questions.map((question) => [question.id, question]));
  for (const asking of sortBy([...here.values()], (one) => [Date.parse(one.at), one.id])) {
    const question = questions.get(asking.questionId);
    if (!question || asking.state !== 'asked' || !asking.level) continue;
    const level = [asking.level, ...FILLED].find((one) => !seats.has(one));
    const why = { fits: true, kept: false, lastAsked: null };
    if (level) seats.set(level, { question, text: asking.text, level, why });
  }
}

/** What this meeting has shown stays in its place, the latest first, as long as it fits the goal. */
function seatShown(table: Table, all: readonly Askable[]): void {
  const shown = all.filter((one) => one.goalDistance === 0 && isShown(table, one));
  for (const one of sortBy(shown, (each) => [-shownAt(table, each), each.question.id])) {
    const level = table.here.get(one.question.id)?.level;
    if (level && !table.seats.has(level) && !isSeated(table, one)) put(table, one, level);
  }
}

/** What was kept for another time comes first, each in the place that suits it or the next free one. */
function seatKept(table: Table, all: readonly Askable[]): void {
  const kept = all.filter((one) => one.kept && !isSwapped(table, one) && !isSeated(table, one));
  const order = (one: Askable) => [
    Number(!isShown(table, one)),
    ...key(table, one, home(one, table.input.trust)),
  ];
  for (const one of sortBy(kept, order)) {
    const shownIn = table.here.get(one.question.id)?.level;
    const wanted = [...(shownIn ? [shownIn] : []), home(one, table.input.trust), ...FILLED];
    const level = wanted.find((each) => !table.seats.has(each));
    if (level && !isSeated(table, one)) put(table, one, level);
  }
}

/** Never the same three as at the meeting before, where anything else may be suggested. */
function avoidSameThree(table: Table, all: readonly Askable[], free: readonly Level[]): void {
  const before = new Set(all.filter((one) => one.atLast).map((one) => one.question.id));
  const seated = [...table.seats.values()];
  if (seated.length < LEVELS.length || !seated.every(({ question }) => before.has(question.id))) return;
  const others = all.filter((one) => !before.has(one.question.id) && !isSwapped(table, one));
  // The last place that is filled, the easy one, is the least bound to the goal.
  const level = free.at(-1);
  const other = level && best(table, others, level);
  if (level && other) put(table, other, level);
}

function put({ seats }: Table, one: Askable | undefined, level: Level): void {
  if (!one) return;
  const { question, text, kept, lastAsked, goalDistance } = one;
  seats.set(level, { question, text, level, why: { fits: goalDistance === 0, kept, lastAsked } });
}

function best(table: Table, all: readonly Askable[], level: Level): Askable | undefined {
  const free = all.filter((one) => !isSeated(table, one));
  return sortBy(free, (one) => key(table, one, level))[0];
}

/** Orders questions for one place, the best first; ends in the id, so that the order is total. */
function key(table: Table, one: Askable, level: Level): (number | string)[] {
  const { input, here } = table;
  const early = (input.meetings ?? FIRST_MEETINGS) < FIRST_MEETINGS;
  const above = Number(one.trust > TRUSTS.indexOf(input.trust));
  return [
    // Swapped away a moment ago: only when all else is used up, and then in turn.
    isSwapped(table, one) ? Date.parse(here.get(one.question.id)?.updatedAt ?? '') : 0,
    level === 'easy' ? above : 0,
    one.goalDistance,
    level === 'central' ? above : 0,
    isShown(table, one) && here.get(one.question.id)?.level === level ? 0 : 1,
    one.tired,
    misfit(one, level, input.trust, early),
    Number(one.seen),
    // The kit for the first meetings is the first set that fits.
    early ? one.set.order : 0,
    one.chance,
    one.question.id,
  ];
}

/** How badly a question suits a place; 0: well. The deeper one is one above the trust, but not in the first meetings. */
function misfit(one: Askable, level: Level, trust: Trust, early: boolean): number {
  const own = home(one, trust);
  // One below the trust opens more easily than the first of a set at it.
  if (level === 'easy') return one.trust < TRUSTS.indexOf(trust) ? 0 : 1 + LEVELS.indexOf(own);
  if (level === 'central') return own === 'central' ? 0 : one.trust === TRUSTS.indexOf(trust) ? 1 : 2;
  const wanted = TRUSTS.indexOf(trust) + (early ? 0 : 1);
  return Math.abs(one.trust - wanted) * 2 + Number(own !== 'deeper');
}

/** The place that suits a question: above the trust deeper, below it easy, else by its third of an ordered set. */
function home(one: Askable, trust: Trust): Level {
  const above = one.trust - TRUSTS.indexOf(trust);
  if (above !== 0) return above > 0 ? 'deeper' : 'easy';
  return LEVELS[Math.floor(one.place * LEVELS.length)] ?? 'central';
}

/** Two sets may hold the same words: whoever hears them, hears the same question. */
function isSeated({ seats }: Table, { question, text }: Askable): boolean {
  const words = fold(text);
  return [...seats.values()].some(
    (seated) => seated.question.id === question.id || fold(seated.text) === words,
  );
}

function isSwapped({ here }: Table, { question }: Askable): boolean {
  return here.get(question.id)?.state === 'swapped';
}

/** Asked in this meeting, or kept for another. */
function isDone({ here }: Table, { question }: Askable): boolean {
  const state = here.get(question.id)?.state;
  return state === 'asked' || state === 'kept';
}

function isShown({ here }: Table, { question }: Askable): boolean {
  return here.get(question.id)?.state === 'suggested';
}

function shownAt({ here }: Table, { question }: Askable): number {
  return Date.parse(here.get(question.id)?.at ?? '');
}

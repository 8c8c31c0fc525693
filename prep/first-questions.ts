import { askables } from './askable.ts';
import type { Asking, Question, QuestionSet } from './records/question.ts';
import { sortBy } from './sort-by.ts';

/** As many easy questions as come with the kit for the first meetings (Missing, METHOD 26). */
const FIVE = 5;

/** A question of the kit, and whether it was asked in this meeting. */
export interface FirstQuestion {
  id: string;
  text: string;
  asked: boolean;
}

interface FirstInput {
  sets: readonly QuestionSet[];
  questions: readonly Question[];
  /** Of the people of the meeting. */
  askings: readonly Asking[];
  meetingId: string;
  /** ISO instant. */
  now: string;
}

/**
 * Five easy questions for two who hardly know each other, beside the three that the brief suggests: those that need no trust,
 * of the sets that fit rapport first, in their order; none that stands in the brief, none that was asked within six months,
 * and none with a placeholder. What was asked from here in this meeting stays.
 */
export function firstQuestions({ sets, questions, askings, meetingId, now }: FirstInput): FirstQuestion[] {
  const here = askings.filter((one) => one.meetingId === meetingId);
  const asked = new Map(
    here.flatMap((one) => (one.level === null && one.state === 'asked' ? [[one.questionId, one.text]] : [])),
  );
  const inBrief = new Set(here.flatMap((one) => (one.level === null ? [] : [one.questionId])));
  const free = askables({
    sets,
    questions,
    // Those asked from here are not tired: they stay.
    askings: askings.filter((one) => !(one.meetingId === meetingId && asked.has(one.questionId))),
    goal: 'rapport',
    trust: 'new',
    now,
    meetingId,
    sameManager: false,
    values: {},
  }).filter(({ question, trust }) => trust === 0 && !inBrief.has(question.id));
  return sortBy(free, (one) => [
    Number(!asked.has(one.question.id)),
    one.goalDistance,
    one.tired,
    one.set.order,
    one.question.order,
    one.question.id,
  ])
    .slice(0, Math.max(FIVE, asked.size))
    .map(({ question, text }) => ({
      id: question.id,
      text: asked.get(question.id) ?? text,
      asked: asked.has(question.id),
    }));
}

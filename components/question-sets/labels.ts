import type { Goal, QuestionSet, Trust } from '../../prep/records/question.ts';
import { locale, plural, t } from '../../storage/words.ts';

export const goalText = (goal: Goal) => t(`goal_${goal.replaceAll('-', '_')}` as 'goal_ideas');

export const trustText = (trust: Trust) => t(`trust_${trust}` as 'trust_new');

/** What stands under a set's title: "10 questions, rapport", "10 questions, from Trusted on", "6 questions, off". */
export function setSummary(set: QuestionSet, questions: number): string {
  const goals = set.goals.map((goal) => goalText(goal).toLocaleLowerCase(locale()));
  const about = set.trust === 'new' ? goals : [t('setsFromIn', trustText(set.trust))];
  return [plural('setsQuestions', questions), ...(set.on ? about : [t('setsOff')])].join(', ');
}

import type { Goal, QuestionSet, Trust } from '../../prep/records/question.ts';
import { locale, plural, t } from '../../storage/words.ts';

export const goalText = (goal: Goal) => t(`goal_${goal.replaceAll('-', '_')}` as 'goal_ideas');

export const trustText = (trust: Trust) => t(`trust_${trust}` as 'trust_new');

/** What stands under a set's title: "10 questions, rapport", "6 questions, off". */
export function setSummary(set: QuestionSet, questions: number): string {
  const about = set.on
    ? [
        ...set.goals.map((goal) => goalText(goal).toLocaleLowerCase(locale())),
        ...(set.trust === 'new' ? [] : [t('setsFromIn', trustText(set.trust))]),
      ]
    : [t('setsOff')];
  return [plural('setsQuestions', questions), ...about].join(', ');
}

import type { QuestionSet } from '../../prep/records/question.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { goalText, trustText } from '../ui/scale-words.ts';

/** What stands under a set's title: "10 questions, rapport", "10 questions, from Trusted on", "6 questions, off". */
export function setSummary(set: QuestionSet, questions: number): string {
  const goals = set.goals.map((goal) => goalText(goal).toLocaleLowerCase(locale()));
  const about = set.trust === 'new' ? goals : [t('setsFromIn', trustText(set.trust))];
  return [plural('setsQuestions', questions), ...(set.on ? about : [t('setsOff')])].join(', ');
}

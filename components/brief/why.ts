import type { Goal } from '../../prep/records/question.ts';
import type { Suggestion } from '../../prep/suggest.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { goalText } from '../ui/scale-words.ts';

/** Why a question stands there: "fits Clarity, not asked since March". */
export function whyText({ why }: Pick<Suggestion, 'why'>, goal: Goal): string {
  const fits = t(why.fits ? 'whyFits' : 'whyNear', goalText(goal));
  if (why.kept) return `${fits}, ${t('whyKept')}`;
  return `${fits}, ${why.lastAsked ? t('whySince', monthText(why.lastAsked)) : t('whyNever')}`;
}

/** Why these three, in one line. */
export function whyAllText(all: readonly Pick<Suggestion, 'why'>[], goal: Goal): string {
  const fits = all.every(({ why }) => why.fits) ? 'whyAllFit' : 'whyFewFit';
  const kept = all.filter(({ why }) => why.kept).length;
  const [last] = all
    .flatMap(({ why }) => why.lastAsked ?? [])
    .sort()
    .reverse();
  const asked = last ? t('whySince', monthText(last)) : t('whyNever');
  const parts = [t(fits, goalText(goal)), asked, ...(kept > 0 ? [plural('whySomeKept', kept)] : [])];
  return parts.join(', ');
}

function monthText(at: string): string {
  return new Date(at).toLocaleDateString(locale(), { month: 'long', year: 'numeric' });
}

import type { Goal } from '../../prep/records/question.ts';
import type { Suggestion } from '../../prep/suggest.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { goalText } from '../ui/scale-words.ts';

/** Why a question stands there: "fits Clarity, not asked since March". `locked`: the goal's own are for more trust. */
export function whyText({ why }: Pick<Suggestion, 'why'>, goal: Goal, locked: boolean): string {
  const fits = t(why.fits ? 'whyFits' : locked ? 'whyLocked' : 'whyNear', goalText(goal));
  if (why.kept) return `${fits}, ${t('whyKept')}`;
  if (why.lastAsked) return `${fits}, ${t('whySince', monthText(why.lastAsked))}`;
  return locked && !why.fits ? fits : `${fits}, ${t('whyNever')}`;
}

/** Why these three, in one line. */
export function whyAllText(all: readonly Pick<Suggestion, 'why'>[], goal: Goal, locked: boolean): string {
  const fits = all.every(({ why }) => why.fits) ? 'whyAllFit' : locked ? 'whyLocked' : 'whyFewFit';
  const kept = all.filter(({ why }) => why.kept).length;
  const [last] = all
    .flatMap(({ why }) => why.lastAsked ?? [])
    .sort()
    .reverse();
  // "Not asked yet" would be said of those that are not there.
  const never = fits === 'whyLocked' ? [] : [t('whyNever')];
  const asked = last ? [t('whySince', monthText(last))] : never;
  const parts = [t(fits, goalText(goal)), ...asked, ...(kept > 0 ? [plural('whySomeKept', kept)] : [])];
  return parts.join(', ');
}

function monthText(at: string): string {
  return new Date(at).toLocaleDateString(locale(), { month: 'long', year: 'numeric' });
}

import { standing } from '../../prep/cadence.ts';
import type { CadenceInput, drawCadence } from '../../prep/cadence-picture.ts';
import { dayAndMonth } from '../../prep/relative.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';

/** "Last 2 meetings: 8 and 29 October. You aim for every 2 weeks, … This meeting, 19 November, is within that time." */
export function cadenceLabel(
  { cadence, today }: CadenceInput,
  { dots, band, next }: ReturnType<typeof drawCadence>,
): string {
  const say = (day: string) => dayAndMonth(day, today, locale());
  const meetings = plural('cadenceMeetings', dots.length, namesText(dots.map(({ day }) => say(day))));
  const { state } = standing(dots.at(-1)?.day ?? null, next?.day ?? today, cadence, null);
  return [
    meetings,
    band && cadence && aim(cadence, say(band.from), say(band.to)),
    next && meets(state, say(next.day)),
  ]
    .filter(Boolean)
    .join(' ');
}

function aim({ ideal, latest }: { ideal: number; latest: number }, from: string, to: string): string {
  if (latest <= ideal) return t('cadenceAim', every(ideal), from);
  return t('cadenceAimBetween', every(ideal), every(latest), from, to);
}

/** "every 2 weeks"; in days where they make no whole weeks. */
function every(days: number): string {
  return days % 7 === 0 ? plural('cadenceWeeks', days / 7) : plural('cadenceDays', days);
}

function meets(state: ReturnType<typeof standing>['state'], day: string): string {
  if (state === 'none' || state === 'first') return t('cadenceThis', day);
  if (state === 'early') return t('cadenceThisEarly', day);
  return state === 'late' ? t('cadenceThisLate', day) : t('cadenceThisInTime', day);
}

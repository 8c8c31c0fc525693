import { INTERVALS } from '../../prep/cadence-presets.ts';
import type { Cadence, Connection } from '../../prep/records/person.ts';
import { plural, t } from '../../storage/words.ts';
import type { FieldErrors } from './fields.ts';

const connections: Record<Connection, () => string> = {
  'hand-work': () => t('peopleHandWork'),
  'receive-work': () => t('peopleReceiveWork'),
  collaborate: () => t('peopleCollaborate'),
  'share-resources': () => t('peopleShareResources'),
  'same-manager': () => t('peopleSameManager'),
  'shared-problem': () => t('peopleSharedProblem'),
  support: () => t('peopleSupport'),
};

export const connectionText = (connection: Connection) => connections[connection]();

const [TWICE_A_WEEK] = INTERVALS;

/** "twice a week", "every 2 weeks", "every 10 days". */
export function everyText(days: number): string {
  if (days === TWICE_A_WEEK) return t('peopleTwiceAWeek');
  return days % 7 === 0 ? plural('peopleEveryWeeks', days / 7) : plural('peopleEveryDays', days);
}

/** "after 4 weeks", "after 10 days". */
export function afterText(days: number): string {
  return days % 7 === 0 ? plural('peopleAfterWeeks', days / 7) : plural('peopleAfterDays', days);
}

/** "every 2 weeks, 4 weeks at most"; empty for no cadence. */
export function cadenceText(cadence: Cadence | null): string {
  if (!cadence) return '';
  const most =
    cadence.latest % 7 === 0
      ? plural('peopleWeeksAtMost', cadence.latest / 7)
      : plural('peopleDaysAtMost', cadence.latest);
  return cadence.latest > cadence.ideal ? `${everyText(cadence.ideal)}, ${most}` : everyText(cadence.ideal);
}

const errors: Record<FieldErrors[string], () => string> = {
  name: () => t('peopleNeedsName'),
  address: () => t('peopleNotAnAddress'),
  'own-address': () => t('peopleOwnAddress'),
  twice: () => t('peopleTwice'),
  days: () => t('peopleDays'),
  order: () => t('peopleOrder'),
};

export const errorText = (error: FieldErrors[string]) => errors[error]();

import { askables, type Situation } from './askable.ts';
import { TRUSTS } from './scales.ts';

/** The trust at which everything may be asked. */
const MOST = TRUSTS[TRUSTS.length - 1] ?? 'trusted';

/**
 * Whether the questions of a goal wait for more trust than there is: none of them may be asked at this trust, whatever was
 * asked before, and some may at the highest.
 */
export function needsTrust(now: Situation): boolean {
  const fitting = (trust: Situation['trust']) =>
    askables({ ...now, askings: [], trust }).some(({ goalDistance }) => goalDistance === 0);
  return now.trust !== MOST && !fitting(now.trust) && fitting(MOST);
}

import type { WithPeer } from './records/meeting.ts';
import type { Trust } from './records/question.ts';
import { TRUSTS } from './scales.ts';

/** After three meetings that were more open a move of the trust level is offered (METHOD 72). */
const TIMES = 3;

/**
 * The next trust level when each of the last three, or six, or nine meetings was more open than the one before; undefined
 * otherwise, and at the top. `said`: how open each closed meeting was, newest first; what was not said is passed over.
 */
export function offeredTrust(said: readonly WithPeer['openness'][], trust: Trust): Trust | undefined {
  const known = said.filter((one) => one !== null);
  const broken = known.findIndex((one) => one !== 'more');
  const run = broken === -1 ? known.length : broken;
  return run > 0 && run % TIMES === 0 ? TRUSTS[TRUSTS.indexOf(trust) + 1] : undefined;
}

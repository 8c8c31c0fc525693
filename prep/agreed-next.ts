import type { Meeting } from './records/meeting.ts';

/**
 * The day that the newest close-out with a peer named for the next meeting, `YYYY-MM-DD`, when it is `from` or later; else
 * null. `met`: meetings with that peer, newest first.
 */
export function agreedNext(met: readonly Meeting[], from: string): string | null {
  const on = met.find((one) => one.closing)?.closing?.nextOn;
  return on && on >= from ? on : null;
}

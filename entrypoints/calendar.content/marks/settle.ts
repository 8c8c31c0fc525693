/** The page strips and overwrites a bubble until about half a second after its first opening; measured in June 2026. */
const AFTER_OPENING = 800;
const QUIET = 400;
const AT_MOST = 4_000;

/** When something may be drawn beside a bubble: all times in milliseconds of one clock. */
export function settledAt(opened: number, lastChange: number, openedBefore: boolean): number {
  if (openedBefore) return opened;
  return Math.min(opened + AT_MOST, Math.max(opened + AFTER_OPENING, lastChange + QUIET));
}

/** Long enough for what was drawn to be on the screen, and for what it fetches to have come. */
const SETTLED_MS = 100;

/**
 * Does what nobody waits for when the first content has been painted; to be called from an effect, which runs after it.
 * @returns calls it off, for the effect's end
 */
export function onceSettled(run: () => void): () => void {
  const timer = setTimeout(run, SETTLED_MS);
  return () => clearTimeout(timer);
}

/** How long a change of what is drawn may take to take the focus along. */
const WATCHED_MS = 500;
const EVERY_MS = 25;
/** Only the last change is watched. */
let watch: ReturnType<typeof setTimeout> | undefined;

/**
 * Gives the focus to what `find` finds if, within half a second, it falls to the page itself because what had it was
 * taken away. A focus that went elsewhere is left alone.
 */
export function keepFocus(find: () => HTMLElement | null | undefined): void {
  clearTimeout(watch);
  const until = performance.now() + WATCHED_MS;
  const look = () => {
    // The page may have gone away meanwhile.
    if (typeof document === 'undefined') return;
    const focused = document.activeElement;
    if (!focused || focused === document.body) find()?.focus();
    if (performance.now() < until) watch = setTimeout(look, EVERY_MS);
  };
  watch = setTimeout(look, EVERY_MS);
}

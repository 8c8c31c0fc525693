import { keepFocus } from '../ui/keep-focus.ts';

let hash = location.hash;
/** Finds what had the focus on the brief or Today before search or a person came in its place; '': nothing had. */
let from = '';

addEventListener(
  'hashchange',
  () => {
    if (hash === '') from = focused();
    hash = location.hash;
  },
  // Before the panel hears of it and draws: what has the focus still stands.
  true,
);

/** What has the focus, by where it leads or what it is called: its page is drawn anew. */
function focused(): string {
  for (const name of ['href', 'aria-label']) {
    const value = document.activeElement?.getAttribute(name);
    if (value) return `[${name}="${CSS.escape(value)}"]`;
  }
  return '';
}

/** Gives the focus back to where one came from, else to the heading, as soon as that page is there. */
export function giveFocusBack(): void {
  keepFocus(() => {
    const heading = document.querySelector<HTMLElement>('h1');
    const same = heading && from ? document.querySelector<HTMLElement>(from) : null;
    // It is no stop of the Tab key, and can have the focus.
    if (heading && !same) heading.tabIndex = -1;
    return same ?? heading;
  });
}

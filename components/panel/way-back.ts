import { keepFocus } from '../ui/keep-focus.ts';

/** Finds what had the focus on the brief or Today before search or a person came in its place; '': nothing that can be found. */
let from = '';

// Not when the address changes: the new page may have the focus by then.
addEventListener('focusin', ({ target }) => {
  if (location.hash === '') from = target instanceof Element ? finding(target) : '';
});

/** Finds an element by where it leads or what it is called: its page is drawn anew. */
function finding(element: Element): string {
  for (const name of ['href', 'aria-label']) {
    const value = element.getAttribute(name);
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

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** px between the lower edge of the window and what lies over the page there: the room of a panel's foot. */
const FOOT = 52;

/**
 * For a box that lies over the lower end of the page: it gets `data-top` as long as it would hide what has the focus,
 * a line that is being added and what belongs to it taken as one, and so a row whose tick has it.
 */
export function useOutOfTheWay<T extends HTMLElement>(): RefObject<T | null> {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    const look = () => {
      const here = box.current;
      const used = document.activeElement;
      if (!here || !used || here.contains(used)) return;
      const { top, bottom, left, right } = whole(used).getBoundingClientRect();
      const shown = (here.firstElementChild ?? here).getBoundingClientRect();
      const lower = innerHeight - FOOT;
      const beside = right <= shown.left || left >= shown.right;
      const hides = used !== document.body && !beside && top < lower && bottom > lower - here.offsetHeight;
      here.toggleAttribute('data-top', hides);
    };
    look();
    const stop = new AbortController();
    // What comes into the page moves what is below it: a question that was ticked gets a line for its answer.
    const moves = new MutationObserver(look);
    moves.observe(document.body, { childList: true, subtree: true });
    stop.signal.addEventListener('abort', () => moves.disconnect());
    for (const event of ['focusin', 'input', 'scroll', 'resize'])
      addEventListener(event, look, { capture: true, signal: stop.signal });
    return () => stop.abort();
  });
  return box;
}

function whole(used: Element): Element {
  return used.closest(used.matches('.tick') ? 'li' : '[data-adding]') ?? used;
}

/*
 * The page listens on its window and document, holds the focus inside an open bubble, closes the bubble at any
 * press elsewhere, and has a shortcut on every letter. So whatever happens on our host is stopped at the
 * window, before any listener of the page: ours are the first there, as the script runs at document start.
 * From outside a closed root all its events have the host as their target.
 */

/** Presses that would close the bubble, the focus that it would take back, keys that are shortcuts. */
const STOPPED =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick contextmenu touchstart touchmove touchend wheel ' +
  'focus focusin blur focusout keydown keypress keyup';

/** What the host itself wants to know of the events that nobody else hears. */
export interface Hears {
  /** Our host, when it is in the page. */
  host(): Element | undefined;
  click(event: MouseEvent): void;
  /** A key on the host, or anywhere else (`inside` false); Escape on the host goes on to the page. */
  key(event: KeyboardEvent, inside: boolean): void;
}

/** Keeps the events of a host from the page, until the signal aborts. */
export function keepQuiet(hears: Hears, signal: AbortSignal): void {
  const hear = (event: Event) => {
    const { type } = event;
    const inside = event.target === hears.host();
    if (type === 'keydown') hears.key(event as KeyboardEvent, inside);
    if (!inside) return;
    if ((event as KeyboardEvent).key !== 'Escape') event.stopImmediatePropagation();
    // A press leaves the focus where it is: in the bubble.
    if (type === 'mousedown') event.preventDefault();
    if (type === 'click') hears.click(event as MouseEvent);
  };
  for (const type of STOPPED.split(' ')) {
    addEventListener(type, hear, { capture: true, passive: /^(wheel|touch)/.test(type), signal });
  }
}

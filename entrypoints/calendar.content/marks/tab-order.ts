const FOCUSABLE = 'a[href],button,input,select,textarea,[tabindex]';

/** What Tab stops at within an element, in order; the page's traps for the focus are hidden from assistive tools. */
export function tabStops(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled,[aria-hidden=true]') &&
      element.getClientRects().length > 0,
  );
}

/**
 * Puts the card in its place in the order of Tab: after the bubble's last stop, before its first one.
 * @param current what has the focus; anything else counts as standing before the first stop
 * @returns where the focus goes; undefined between two stops of the bubble, where the page's own order holds
 */
export function nextStop(
  bubble: readonly HTMLElement[],
  card: readonly HTMLElement[],
  current: Element | null,
  back: boolean,
): HTMLElement | undefined {
  const stops = [...bubble, ...card];
  const at = stops.indexOf(current as HTMLElement);
  const next = stops.at(back ? Math.max(at, 0) - 1 : (at + 1) % stops.length);
  return at >= bubble.length || (next && card.includes(next)) ? next : undefined;
}

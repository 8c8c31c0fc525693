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
 * Puts the card in its place in the order of Tab: after the last stop of the bubble, before its first one.
 * @returns where the focus goes from `current`; undefined when the page's own order holds
 */
export function nextStop(
  bubble: readonly HTMLElement[],
  card: readonly HTMLElement[],
  current: Element | null,
  back: boolean,
): HTMLElement | undefined {
  const inBubble = bubble.indexOf(current as HTMLElement);
  const inCard = card.indexOf(current as HTMLElement);
  if (inCard >= 0) {
    const next = card[inCard + (back ? -1 : 1)];
    return next ?? (back ? bubble.at(-1) : bubble[0]);
  }
  if (back) return inBubble <= 0 ? card.at(-1) : undefined;
  return inBubble === bubble.length - 1 ? card[0] : undefined;
}

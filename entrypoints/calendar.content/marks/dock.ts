/** A box on the screen, in px from its upper left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Between the card and what it is docked to. */
const GAP = 12;
/** Between the card and the window's edge. */
const EDGE = 8;
/** The widest card, as in the mockups. */
const WIDEST = 376;
/** Under this, names and buttons have no room beside each other. */
const NARROWEST = 220;

/** How wide the card is under (or above) something: as wide, up to its own widest. */
export function cardWidth(anchor: Box, view: Size): number {
  return Math.max(NARROWEST, Math.min(WIDEST, anchor.right - anchor.left, view.width - 2 * EDGE));
}

function within(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(value, to));
}

/**
 * Where the card goes beside a bubble: under it, else above it, else to its side, narrower if need be.
 * @param height the card's
 * @returns px in the window; over the bubble's last lines only where nothing else is left
 */
export function dock(bubble: Box, height: number, view: Size, rtl = false) {
  const width = cardWidth(bubble, view);
  const lowest = view.height - EDGE - height;
  const left = within(rtl ? bubble.right - width : bubble.left, EDGE, view.width - EDGE - width);
  if (bubble.bottom + GAP <= lowest) return { left, top: bubble.bottom + GAP, width };
  const above = bubble.top - GAP - height;
  if (above >= EDGE) return { left, top: above, width };
  const before = bubble.left - GAP - EDGE;
  const after = view.width - EDGE - bubble.right - GAP;
  const room = Math.min(width, Math.max(before, after));
  if (room < NARROWEST) return { left, top: Math.max(EDGE, lowest), width };
  const beside = after >= before ? bubble.right + GAP : bubble.left - GAP - room;
  return { left: beside, top: within(bubble.bottom - height, EDGE, lowest), width: room };
}

/** On the event page: at the window's foot in the guests' column, far from Save, which is at the head. */
export function dockAtFoot(column: Box, height: number, view: Size) {
  const width = cardWidth(column, view);
  const left = within(column.left, EDGE, view.width - EDGE - width);
  return { left, top: Math.max(EDGE, view.height - 2 * GAP - height), width };
}

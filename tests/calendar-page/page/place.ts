const GAP = 8;

/** Docks a dialog, or the card in it when the dialog is wider than that, beside an element, inside the window; in the middle when there is none. */
export function placeNear(dialog: HTMLElement, near: HTMLElement | null): void {
  const outer = dialog.getBoundingClientRect();
  const card = dialog.querySelector('.ecHOgf > .kma42e')?.getBoundingClientRect() ?? outer;
  const box = near?.getBoundingClientRect();
  let left = (innerWidth - card.width) / 2;
  if (box) left = box.left - card.width - GAP > GAP ? box.left - card.width - GAP : box.right + GAP;
  const top = box ? box.top : (innerHeight - card.height) / 2;
  left = Math.max(GAP, Math.min(left, innerWidth - card.width - GAP)) - (card.left - outer.left);
  dialog.style.left = `${Math.round(left)}px`;
  dialog.style.top = `${Math.round(Math.max(GAP, Math.min(top, innerHeight - card.height - GAP)))}px`;
}

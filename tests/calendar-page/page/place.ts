const GAP = 8;

/** Docks a dialog beside an element, inside the window; in the middle when there is none. */
export function placeNear(dialog: HTMLElement, near: HTMLElement | null): void {
  const card = (dialog.querySelector('.kma42e') ?? dialog).getBoundingClientRect();
  const box = near?.getBoundingClientRect();
  let left = (innerWidth - card.width) / 2;
  if (box) left = box.left - card.width - GAP > GAP ? box.left - card.width - GAP : box.right + GAP;
  const top = box ? box.top : (innerHeight - card.height) / 2;
  dialog.style.left = `${Math.round(Math.max(GAP, Math.min(left, innerWidth - card.width - GAP)))}px`;
  dialog.style.top = `${Math.round(Math.max(GAP, Math.min(top, innerHeight - card.height - GAP)))}px`;
}

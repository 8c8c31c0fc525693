const CARD = 448;
const GAP = 8;

/** Docks a dialog beside a chip, inside the window; in the middle when there is no chip. */
export function placeNear(dialog: HTMLElement, chip: HTMLElement | null): void {
  const card = dialog.querySelector('.kma42e')?.getBoundingClientRect();
  const height = Math.max(card?.height ?? 0, 320);
  const box = chip?.getBoundingClientRect();
  const width = card?.width || CARD;
  let left = (innerWidth - width) / 2;
  if (box) left = box.left - width - GAP > GAP ? box.left - width - GAP : box.right + GAP;
  const top = box ? box.top : (innerHeight - height) / 2;
  dialog.style.left = `${Math.round(Math.max(GAP, Math.min(left, innerWidth - width - GAP)))}px`;
  dialog.style.top = `${Math.round(Math.max(GAP, Math.min(top, innerHeight - height - GAP)))}px`;
}

import { TITLE_MAX } from '../../../prep/page-bounds.ts';
import { any, CHIP_BUTTON, CHIP_TITLE, CHIP_VISIBLE, first, STACKED } from './selectors.ts';
import { lineOf, textLeaves } from './text.ts';

const BUTTON = any(CHIP_BUTTON);
const STACK = any(STACKED);

/** What of a chip is pressed: the chip itself, or a part of it. */
export function chipButton(chip: Element): Element | undefined {
  return chip.matches(BUTTON) ? chip : first(chip, CHIP_BUTTON);
}

/** Whether a chip is one of a stack (month, all-day row, a day's list) rather than of a column. */
export function isStacked(chip: Element): boolean {
  return chip.matches(STACK);
}

/** The part of a chip that is drawn; never its description, which holds names of other people and places. */
export function visiblePart(chip: Element): Element | undefined {
  const button = chipButton(chip);
  if (!button) return undefined;
  // The schedule's rows have their description in the label, and nothing but the title inside.
  return first(button, CHIP_VISIBLE) ?? (button.hasAttribute('aria-label') ? button : undefined);
}

/** The title of a chip, at most TITLE_MAX long; empty when it cannot be told from the rest. */
export function chipTitle(chip: Element): string {
  const visible = visiblePart(chip);
  if (!visible) return '';
  const named = first(visible, CHIP_TITLE)?.textContent;
  const leaves = named?.trim() ? [named] : textLeaves(visible);
  // A stacked chip shows its time before its title, one of a column after it.
  const title = isStacked(chip) ? leaves.at(-1) : leaves[0];
  return lineOf(title, TITLE_MAX);
}

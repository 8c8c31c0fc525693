import { t } from '../../../storage/words.ts';
import css from './chip-mark.css?inline';
import { el, host } from './dom.ts';
import { halves } from './halves.ts';

/** How a chip is marked: with a peer for sure, perhaps (its title fits several), or not at all. */
export type Look = 'sure' | 'unsure' | 'none';

interface Mark {
  element: HTMLElement;
  look: Look;
  /** How often it was drawn on this chip in a row: a page that takes it away each time shall win. */
  tries: number;
}

const marks = new WeakMap<Element, Mark>();
/** More than any view switches back and forth on one node before its look changes. */
const TRIES_MAX = 20;

function isColored(chip: HTMLElement): boolean {
  const color = chip.style.backgroundColor;
  return color !== '' && color !== 'transparent';
}

function draw(chip: HTMLElement, look: Look): HTMLElement {
  const sign = halves(12, look === 'sure', look === 'sure' ? t('markSure') : t('markUnsure'));
  const { element } = host(css, el('span', isColored(chip) ? { class: 'on-color' } : {}, sign));
  chip.append(element);
  return element;
}

/**
 * Makes a chip show this look, whatever it showed before. Reads no layout.
 * @param button what of the chip is pressed: its ink is the sign's
 */
export function setMark(button: Element, look: Look): void {
  const old = marks.get(button);
  if (old?.look === look && (look === 'none' || old.element.parentNode === button)) return;
  if (old?.look === look && old.tries >= TRIES_MAX) return;
  old?.element.remove();
  if (look === 'none') {
    marks.delete(button);
    return;
  }
  const tries = old?.look === look ? old.tries + 1 : 1;
  marks.set(button, { element: draw(button as HTMLElement, look), look, tries });
}

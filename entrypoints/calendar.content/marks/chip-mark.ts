import { t } from '../../../storage/words.ts';
import css from './chip-mark.css?inline';
import { el, host } from './dom.ts';
import { halves } from './halves.ts';

/** With a peer for sure (true), perhaps, as its title fits several (false), or with none (undefined). */
export type Look = boolean | undefined;

interface Mark {
  element: Element;
  look: Look;
  /** How often it was drawn on this chip in a row: a page that takes it away each time shall win. */
  tries: number;
}

const marks = new WeakMap<Element, Mark>();
const TRIES_MAX = 20;

function draw(chip: HTMLElement, sure: boolean): Element {
  const { backgroundColor } = chip.style;
  const isColored = backgroundColor && backgroundColor !== 'transparent';
  const sign = halves(12, sure, t(sure ? 'markSure' : 'markUnsure'));
  const { element } = host(css, el('span', isColored ? { class: 'on' } : {}, sign));
  chip.append(element);
  return element;
}

/**
 * Makes a chip show this look, whatever it showed before. Reads no layout.
 * @param button what of the chip is pressed: its ink is the sign's
 */
export function setMark(button: Element, look: Look): void {
  const old = marks.get(button);
  const tries = old && old.look === look ? old.tries + 1 : 1;
  if (old && old.look === look && (old.element.parentNode === button || tries > TRIES_MAX)) return;
  old?.element.remove();
  if (look === undefined) marks.delete(button);
  else marks.set(button, { element: draw(button as HTMLElement, look), look, tries });
}

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

/** A chip of the schedule is a line of a list: its mark follows the title, as a letter would. */
const IN_LINE =
  ':host{all:initial!important;color:inherit!important}svg{margin-inline-start:6px;vertical-align:-1px}';

function draw(chip: Element, button: Element, sure: boolean): Element {
  const sign = halves(12, sure, t(sure ? 'markSure' : 'markUnsure'));
  const { backgroundColor } = (button as HTMLElement).style;
  const isColored = backgroundColor && backgroundColor !== 'transparent';
  // Only what the page itself puts in place has room to be laid over.
  const { element } = (chip as HTMLElement).style.top
    ? host(css, el('span', isColored ? { class: 'on' } : {}, sign))
    : host(IN_LINE, sign);
  button.append(element);
  return element;
}

/**
 * Makes a chip show this look, whatever it showed before. Reads no layout.
 * @param button what of the chip is pressed: its ink is the sign's
 */
export function setMark(chip: Element, button: Element, look: Look): void {
  const old = marks.get(button);
  const tries = old && old.look === look ? old.tries + 1 : 1;
  if (old && old.look === look && (old.element.parentNode === button || tries > TRIES_MAX)) return;
  old?.element.remove();
  if (look === undefined) marks.delete(button);
  else marks.set(button, { element: draw(chip, button, look), look, tries });
}

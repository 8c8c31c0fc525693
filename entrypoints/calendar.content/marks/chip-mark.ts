import { t } from '../../../storage/words.ts';
import { chipButton } from '../reader/chip-title.ts';
import { CHIP_DOT, first } from '../reader/selectors.ts';
import css from './chip-mark.css?inline';
import { el, host } from './dom.ts';
import onDot from './dot-mark.css?inline';
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

function draw(chip: HTMLElement, button: HTMLElement, sure: boolean): Element {
  const sign = halves(12, sure, t(sure ? 'markSure' : 'markUnsure'));
  const dot = first(button, CHIP_DOT) as HTMLElement | undefined;
  const { backgroundColor } = button.style;
  const isColored = backgroundColor && backgroundColor !== 'transparent';
  let made: Element;
  // Only what the page itself puts in place has room to be laid over.
  if (!chip.style.top) made = host(IN_LINE, sign).element;
  else if (dot) {
    sign.style.color = dot.style.borderColor;
    made = host(onDot, el('span', {}, sign)).element;
  } else made = host(css, el('span', isColored ? { class: 'on' } : {}, sign)).element;
  (chip.style.top && dot ? dot : button).append(made);
  return made;
}

/** Makes a chip show this look, whatever it showed before. Reads no layout. */
export function setMark(chip: Element, look: Look): void {
  const old = marks.get(chip);
  const isSame = old?.look === look;
  if (!old && look === undefined) return;
  const tries = old && isSame ? old.tries + 1 : 1;
  if (old && isSame && (chip.contains(old.element) || tries > TRIES_MAX)) return;
  old?.element.remove();
  marks.delete(chip);
  const button = chipButton(chip);
  if (look === undefined || !button) return;
  const element = draw(chip as HTMLElement, button as HTMLElement, look);
  marks.set(chip, { element, look, tries });
}

import { t } from '../../../storage/words.ts';
import { chipButton, isStacked } from '../reader/chip-title.ts';
import { CHIP_DOT, first } from '../reader/selectors.ts';
import css from './chip-mark.css?inline';
import { el, host } from './dom.ts';
import onDot from './dot-mark.css?inline';
import { halves } from './halves.ts';

/** With a peer for sure (true), perhaps, as its title fits several (false), or with none (undefined). */
export type Look = boolean | undefined;

interface Mark {
  element: Element;
  sign: SVGElement;
  look: boolean;
  /** How it is drawn. */
  css: string;
}

interface Drawn extends Mark {
  /** How often it was drawn on this chip in a row: a page that takes it away each time shall win. */
  tries: number;
}

const marks = new WeakMap<Element, Drawn>();
const TRIES_MAX = 20;

/** In a line of a list, as the schedule has, and on a stacked chip without a dot it stands before the title, as a letter would. */
const IN_LINE =
  ':host{all:initial!important;color:inherit!important}svg{margin-inline-end:4px;vertical-align:-1px}';

/** One for all that is drawn alike: an element with styles would be read anew wherever a mark is put. */
const sheets: Record<string, CSSStyleSheet> = {};

function make(look: boolean, css: string): Mark {
  const sign = halves(12, look, t(look ? 'markSure' : 'markUnsure'));
  const { element, root } = host(sign);
  try {
    const sheet = sheets[css] ?? new CSSStyleSheet();
    if (!sheets[css]) sheet.replaceSync(css);
    sheets[css] = sheet;
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox before 153 takes none from a content script (its bug 1751346).
    root.append(el('style', {}, css));
  }
  return { element, sign, look, css };
}

function draw(chip: HTMLElement, button: HTMLElement, look: boolean, spare: Mark[]): Mark {
  const stacked = isStacked(chip);
  const dot = stacked ? (first(button, CHIP_DOT) as HTMLElement | undefined) : undefined;
  // Only what the page itself puts in place, with room of its own, can be laid over.
  const wanted = dot ? onDot : stacked || !chip.style.top ? IN_LINE : css;
  const at = spare.findIndex((one) => one.look === look && one.css === wanted);
  const mark = spare.splice(at, at < 0 ? 0 : 1)[0] ?? make(look, wanted);
  const { style } = mark.sign;
  style.color = dot?.style.borderColor ?? '';
  // On a colour the ground behind the sign is that colour.
  style.backgroundColor = button.style.backgroundColor.replace('transparent', '');
  if (wanted === IN_LINE) button.prepend(mark.element);
  else (dot ?? button).append(mark.element);
  return mark;
}

/** Makes chips show these looks, whatever they showed before; marks of some are used again for others. Reads no layout. */
export function setMarks(chips: Iterable<Element>, lookOf: (chip: Element) => Look): void {
  const spare: Mark[] = [];
  const bare: [chip: Element, look: boolean, tries: number][] = [];
  for (const chip of chips) {
    const look = lookOf(chip);
    const old = marks.get(chip);
    const tries = old && old.look === look ? old.tries + 1 : 1;
    if (tries > 1 && (tries > TRIES_MAX || (old && chip.contains(old.element)))) continue;
    if (old) {
      old.element.remove();
      spare.push(old);
      marks.delete(chip);
    }
    if (look !== undefined) bare.push([chip, look, tries]);
  }
  for (const [chip, look, tries] of bare) {
    const button = chipButton(chip);
    if (button) {
      const mark = draw(chip as HTMLElement, button as HTMLElement, look, spare);
      marks.set(chip, { ...mark, tries });
    }
  }
}

import type { Card } from '../../../storage/messages.ts';
import css from './card.css?inline';
import { type Action, cardContent } from './card-content.ts';
import { dock, dockAtFoot } from './dock.ts';
import { el, host } from './dom.ts';
import { keepQuiet } from './quiet.ts';
import { schemeOf } from './scheme.ts';
import { nextStop, tabStops } from './tab-order.ts';

/** What the card is docked to: beside a bubble, or at the foot of a column of the event page. */
export interface Anchor {
  kind: 'bubble' | 'page';
  beside: Element;
}

/** The one card of the page. */
export interface CardView {
  /** Draws it, in place of what it showed. Asks the page's layout: not to be called in an observer. */
  show(anchor: Anchor, card: Card): void;
  /** Puts it where its anchor is now; `observed`: as it was laid out just now. */
  place(observed?: true): void;
  /** One line below what it shows; empty takes it away. */
  say(line: string): void;
  hide(): void;
}

/** What the tests replace: where a press fell inside the root, and whether the host is seen there. */
export interface Eyes {
  pressed(root: ShadowRoot, event: MouseEvent): Element | null;
  seen(element: HTMLElement, event: MouseEvent): boolean;
}

const eyes: Eyes = {
  // A key's press has no place (detail 0) and falls on what has the focus.
  pressed: (root, { detail, clientX, clientY }) =>
    detail ? root.elementFromPoint(clientX, clientY) : root.activeElement,
  // Something laid over the card, or a card made see-through, gets no press out of anybody.
  seen: (element, { detail, clientX, clientY }) =>
    [element, document.documentElement].every((part) => +getComputedStyle(part).opacity > 0.9) &&
    (!detail || document.elementFromPoint(clientX, clientY) === element),
};

/** Makes the card; `act` is called, within the click, for each trusted press of a button. */
export function cardView(
  signal: AbortSignal,
  act: (action: Action) => void,
  { pressed, seen } = eyes,
): CardView {
  const { element, root } = host(el('style', {}, css));
  let anchor: Anchor | undefined;
  let content: ReturnType<typeof cardContent>;
  /** The last cards, by what each was drawn of, and when: the same is shown again as it is. */
  const drawn = new Map<string, typeof content>();
  /** Direction and colours, as of what it is docked to. */
  let look = '';
  /** As it was last laid out; a new card is taken to be as high as the one before. */
  let height = 0;
  let isNew = false;

  // After a layout and before its frame is painted: then a size costs nothing to ask for.
  const sizes = new ResizeObserver(() => {
    isNew = false;
    height = content?.section.offsetHeight || height;
    view.place(true);
  });

  const view: CardView = {
    show(at, card) {
      const hadFocus = root.activeElement;
      const now = JSON.stringify([card, new Date().getDate()]);
      const old = content;
      content = drawn.get(now) ?? cardContent(card);
      if (drawn.size > 20) drawn.clear();
      drawn.set(now, content);
      if (content !== old) old?.section.remove();
      if (!content) return view.hide();
      anchor = at;
      const { direction } = getComputedStyle(at.beside);
      look = `direction:${direction};color-scheme:${schemeOf(at.beside)}`;
      view.place();
      isNew = true;
      root.append(content.section);
      if (!element.isConnected) document.documentElement.append(element);
      sizes.disconnect();
      sizes.observe(content.section);
      if (hadFocus) root.querySelector('button')?.focus();
    },

    place(observed) {
      // A new one is laid out first: to ask before would be to lay out twice.
      if (!anchor || !content || (isNew && !observed)) return;
      const box = anchor.beside.getBoundingClientRect();
      const screen = { width: innerWidth, height: innerHeight };
      const at =
        anchor.kind === 'page'
          ? dockAtFoot(box, height, screen)
          : dock(box, height, screen, look.includes('rtl'));
      const { style } = content.section;
      const css = `left:${at.left}px;top:${at.top}px;width:${at.width}px;${look}`;
      if (css === content.css) return;
      content.css = css;
      const write = () => {
        style.cssText = css;
      };
      // Within the observer only the place may change: another width is another size, which it would complain of.
      if (observed && style.width !== `${at.width}px`) setTimeout(write);
      else write();
    },

    say(line) {
      root.querySelector('output')?.replaceChildren(line);
    },

    hide() {
      if (root.activeElement) leave();
      sizes.disconnect();
      element.remove();
      view.say('');
      anchor = undefined;
    },
  };

  /** Gives the focus back to what the card is docked to. */
  const leave = () => anchor?.beside.closest<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });

  const tab = (event: KeyboardEvent, inside: boolean) => {
    const dialog = anchor?.beside.closest('[role=dialog]');
    const current = inside ? root.activeElement : document.activeElement;
    if (!dialog || !(inside || dialog.contains(current)) || event.ctrlKey || event.altKey) return;
    const stop = nextStop(tabStops(dialog), tabStops(root), current, event.shiftKey);
    if (!stop) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop.focus();
  };

  keepQuiet(
    {
      host: () => content && element,
      click(event) {
        const button = pressed(root, event)?.closest('button');
        const action = button && content?.actions.get(button);
        if (action && event.isTrusted && seen(element, event)) act(action);
      },
      key(event, inside) {
        if (event.key === 'Tab') tab(event, inside);
        else if (inside && event.key === 'Escape') leave();
      },
    },
    signal,
  );
  signal.addEventListener('abort', view.hide);
  return view;
}

/*
 * The ideal that the reader is measured against: it does no more than a calendar page needs to be marked and a card to be
 * drawn. One observer with an attribute filter, ids decoded once, one mark for each chip of a known series, a card beside
 * the open bubble once its guests are there and an answer has come from outside of the page (here: the next task). Its
 * card is the same as ours. It remembers nothing, forgives nothing.
 * It runs in the page by its source: nothing from outside of it can be used in it.
 */
export function idealReader(knownSeries: string[], knownGuests: string[], cardCss: string): void {
  const known = new Set(knownSeries);
  const guests = new Set(knownGuests);
  const series = new Map<string, string>();
  const marks = new WeakMap<Element, Element>();
  const sign = document.createElement('template');
  sign.innerHTML =
    '<style>:host{position:absolute;right:4px;top:4px}</style><svg width="12" height="12" viewBox="0 0 16 16" role="img" aria-label="With a peer"><path d="M7.35 1.2v10.2a5.1 5.1 0 0 1 0-10.2ZM8.65 4.6v10.2a5.1 5.1 0 0 0 0-10.2Z" fill="currentColor"></path></svg>';

  const seriesOf = (raw: string): string => {
    const old = series.get(raw);
    if (old !== undefined) return old;
    let found = '';
    try {
      found = atob(raw).replace(/_\d{8}T\d{6}Z /, ' ');
    } catch {
      // No id of an event.
    }
    series.set(raw, found);
    return found;
  };
  const hostOf = (content: Node) => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(content);
    return host;
  };
  const mark = (chip: Element) => {
    const isKnown = known.has(seriesOf(chip.getAttribute('data-eventid') ?? ''));
    const old = marks.get(chip);
    if (isKnown === (old !== undefined)) return;
    old?.remove();
    marks.delete(chip);
    if (!isKnown) return;
    const made = hostOf(sign.content.cloneNode(true));
    (chip.querySelector('[role=button]') ?? chip).append(made);
    marks.set(chip, made);
  };

  let card: HTMLElement | undefined;
  let cardOf: string | null | undefined;
  let isAwaited = false;
  let followed: Element | null = null;
  const leave = () => {
    card?.remove();
    cardOf = undefined;
  };
  // A closed bubble is hidden by its style alone, which is not observed: its size tells, and its card goes with it.
  const sizes = new ResizeObserver((entries) => {
    if (entries.at(-1)?.contentRect.height) soon();
    else leave();
  });
  const follow = () => {
    isAwaited = false;
    const bubble = document.querySelector('#xDetDlg');
    if (bubble && bubble !== followed) sizes.observe(bubble);
    followed = bubble;
    const box = bubble?.getClientRects()[0];
    const id = box ? bubble?.getAttribute('data-eventid') : undefined;
    if (!bubble || !box || !id) return leave();
    if (id === cardOf) return;
    const names = [...bubble.querySelectorAll('[role=treeitem][data-email]')].flatMap((row) =>
      guests.has(row.getAttribute('data-email') ?? '') ? [row.textContent] : [],
    );
    if (names.length === 0) return;
    cardOf = id;
    const answers = new MessageChannel();
    answers.port1.onmessage = () => draw(box, names.join());
    answers.port2.postMessage(names);
  };
  const body = document.createElement('template');
  body.innerHTML =
    '<style></style><section><svg width="20" height="20" viewBox="0 0 16 16"><path d="M7.35 1.2v10.2a5.1 5.1 0 0 1 0-10.2ZM8.65 4.6v10.2a5.1 5.1 0 0 0 0-10.2Z" fill="currentColor"></path></svg><p><strong></strong><small>Met 3 weeks ago, 2 promises open</small></p><button class="primary">Prepare</button></section>';
  const draw = (box: DOMRect, names: string) => {
    card?.remove();
    const content = body.content.cloneNode(true) as DocumentFragment;
    const [style, title] = [content.querySelector('style'), content.querySelector('strong')];
    if (style) {
      style.textContent = `${cardCss}:host{left:${box.left}px!important;top:${box.bottom + 12}px!important;width:376px!important}`;
    }
    if (title) title.textContent = names;
    card = hostOf(content);
    document.documentElement.append(card);
  };

  const soon = () => {
    if (!isAwaited) requestAnimationFrame(follow);
    isAwaited = true;
  };

  const chip = '[data-eventchip][data-eventid]';
  new MutationObserver((records) => {
    const chips = new Set<Element>();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element && target.matches(chip)) chips.add(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(chip)) chips.add(node);
        else if (node.firstElementChild) for (const one of node.querySelectorAll(chip)) chips.add(one);
      }
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.closest('[role=dialog]')) soon();
    }
    for (const one of chips) mark(one);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-eventid', 'data-start-date-key', 'data-end-date-key'],
  });
  for (const one of document.querySelectorAll(chip)) mark(one);
}

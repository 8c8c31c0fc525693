import { chipAround, findChips } from './chips.ts';
import { any, SURFACE } from './selectors.ts';

/** What has changed on the page since the last call. */
export interface Changes {
  /** Chips that are new, or show another event, or whose inside has changed. */
  chips: Iterable<Element>;
  /** Whether a bubble or an event page came, went, or changed inside. */
  surface: boolean;
}

const ON_SURFACE = any(SURFACE);

/** The only attributes whose change is heard; style and class are rewritten all the time. */
const ATTRIBUTES = ['data-eventid', 'data-start-date-key', 'data-end-date-key'];

/**
 * Follows the page with one observer, as long as the tab can be seen, until the signal aborts.
 * `seen` is called in the observer's callback, so that what it draws is painted in the same frame: it must
 * read attributes and text only. First, and whenever the tab is seen again, it is called with all there is.
 */
export function watch(document: Document, signal: AbortSignal, seen: (changes: Changes) => void) {
  const observer = new MutationObserver((records) => {
    seen(sift(records));
    // What was drawn just now is nobody's change.
    observer.takeRecords();
  });

  const follow = () => {
    observer.disconnect();
    if (signal.aborted || document.visibilityState === 'hidden') return;
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
    write(() => seen({ chips: findChips(document), surface: true }));
  };

  /** Does something to the page that the observer is not to hear of. */
  const write = (change: () => void) => {
    const waiting = observer.takeRecords();
    if (waiting.length > 0) seen(sift(waiting));
    change();
    observer.takeRecords();
  };

  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return { start: follow, write };
}

function sift(records: readonly MutationRecord[]): Changes {
  const chips = new Set<Element>();
  const targets = new Set<Node>();
  let surface = false;
  const add = (found: Iterable<Element>) => {
    for (const chip of found) chips.add(chip);
  };
  /** A chip may lie in what has changed, or around it; so may a bubble. */
  const visit = (element: Element, inside: boolean) => {
    const around = chipAround(element);
    if (around) chips.add(around);
    surface ||= element.closest(ON_SURFACE) !== null;
    if (!inside || !element.firstElementChild) return;
    if (!around) add(findChips(element));
    surface ||= element.querySelector(ON_SURFACE) !== null;
  };
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (!(target instanceof Element)) continue;
    // Another range on the same grid: the same chips may stand on other days.
    const isRange = type === 'attributes' && !target.hasAttribute('data-eventid');
    if (isRange || !targets.has(target)) visit(target, isRange);
    targets.add(target);
    for (const node of addedNodes) if (node instanceof Element) visit(node, true);
    for (const node of removedNodes) {
      surface ||= node instanceof Element && (node.matches(ON_SURFACE) || !!node.querySelector(ON_SURFACE));
    }
  }
  return { chips, surface };
}

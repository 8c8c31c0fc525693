import { chipAround, findChips } from './chips.ts';
import { any, SURFACE } from './selectors.ts';

/** What has changed on the page since the last call. */
export interface Changes {
  /** Chips that are new, or show another event, or whose inside has changed. */
  chips: Iterable<Element>;
  /** Whether anything has changed elsewhere than in a bubble or an event page. */
  view: boolean;
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
  const tell = (records: readonly MutationRecord[]) => {
    if (records.length === 0) return;
    // In the build for tests alone: how often anything was done is counted from the page.
    if (__OPEN_ROOTS__) document.dispatchEvent(new Event('peerside-heard'));
    seen(sift(records));
  };

  const observer = new MutationObserver((records) => {
    tell(records);
    // What was drawn just now is nobody's change.
    observer.takeRecords();
  });

  /** Does something to the page that the observer is not to hear of. */
  const write = (change: () => void) => {
    tell(observer.takeRecords());
    change();
    observer.takeRecords();
  };

  const start = () => {
    observer.disconnect();
    if (signal.aborted || document.visibilityState === 'hidden') return;
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ATTRIBUTES,
    });
    write(() => seen({ chips: findChips(document), view: true, surface: true }));
  };

  document.addEventListener('visibilitychange', start, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return { start, write };
}

function sift(records: readonly MutationRecord[]): Changes {
  const chips = new Set<Element>();
  const targets = new Set<Node>();
  let surface = false;
  let view = false;
  /** A chip may lie in what has changed, or around it; so may a bubble. */
  const visit = (element: Element, inside: boolean) => {
    const around = chipAround(element);
    if (around) chips.add(around);
    if (!around && element.closest(ON_SURFACE)) surface = true;
    else view = true;
    // No bubble lies in a chip.
    if (around || !inside) return;
    for (const chip of findChips(element)) chips.add(chip);
    surface ||= element.querySelector(ON_SURFACE) !== null;
  };
  for (const { type, target, addedNodes } of records) {
    // Another range on the same grid: the same chips may stand on other days.
    const isAttribute = type === 'attributes';
    if (target instanceof Element && (isAttribute || !targets.has(target))) visit(target, isAttribute);
    targets.add(target);
    for (const node of addedNodes) if (node instanceof Element) visit(node, true);
  }
  return { chips, view, surface };
}

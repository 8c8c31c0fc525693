import { COLUMN, first } from './selectors.ts';

/**
 * Learns how many pixels an hour has in the columns of a day or week, without asking for layout: the browser
 * tells the height of one column, which is a whole day, after each layout that changes it.
 * @returns `look` finds the column that stands in the page now; `pixels` is undefined until it was told
 */
export function hourHeight(document: Document, signal: AbortSignal, changed: () => void) {
  let column: Element | undefined;
  let pixels: number | undefined;
  const observer = new ResizeObserver((entries) => {
    const height = (entries.at(-1)?.contentRect.height ?? 0) / 24;
    if (height === pixels || !(height >= 10)) return;
    pixels = height;
    changed();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    look() {
      const now = first(document, COLUMN);
      if (now === column || signal.aborted) return;
      if (column) observer.unobserve(column);
      column = now;
      if (column) observer.observe(column);
    },
    get pixels() {
      return pixels;
    },
  };
}

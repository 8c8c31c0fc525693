/** No page waits longer for its first paint: one in the background paints nothing. */
const PATIENCE_MS = 200;

/** Calls back once the browser says that the page's first content is on the screen (Paint Timing). */
export function onFirstPaint(done: () => void): void {
  const end = () => {
    watching.disconnect();
    clearTimeout(timer);
    done();
  };
  const watching = new PerformanceObserver((painted) => {
    // An empty page is painted too.
    if (painted.getEntriesByName('first-contentful-paint').length > 0) end();
  });
  const timer = setTimeout(end, PATIENCE_MS);
  watching.observe({ type: 'paint', buffered: true });
}

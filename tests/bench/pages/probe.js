/*
 * In each measured page before anything else, also in the static ones: watches until what the page is opened for is
 * there and painted, and tells by the page's title, which the bench reads without attaching to the page.
 */
const parts = {
  // The twenty promises and three topics of the person shown, and the note to write in: well over the first screen.
  panel: () =>
    document.querySelector('#note') &&
    document.querySelectorAll('.items .tick').length >= 23 &&
    document.querySelector('.items .t'),
  static: () => document.querySelector('p'),
  // The cursor, and that all is drawn around it: around the same box.
  popup: () => cursorIn('textarea'),
  drawn: () => cursorIn('textarea:not(#early)') === first && first,
};
const { wanted: names, frames } = document.currentScript.dataset;
const wanted = names.split(' ');
const seen = {};
/** The box that had the cursor first. */
let first;

function cursorIn(selector) {
  const { activeElement } = document;
  if (!activeElement?.matches(selector)) return null;
  first ??= activeElement;
  return activeElement;
}

function look() {
  for (const part of wanted) {
    const element = part in seen ? null : parts[part]();
    if (!element) continue;
    const times = { content: performance.now() };
    seen[part] = times;
    // The browser tells when it has shown it.
    element.setAttribute('elementtiming', part);
    requestAnimationFrame(() => {
      times.frame = performance.now();
      if (wanted.every((one) => seen[one]?.frame)) tell();
    });
  }
  if (wanted.every((part) => part in seen)) watching.disconnect();
}

function tell() {
  // The page is left to finish what it does after its first content.
  setTimeout(() => {
    document.title = `bench ${JSON.stringify(seen)}`;
  }, 400);
}

const watching = new MutationObserver(look);
watching.observe(document, { childList: true, subtree: true });

new PerformanceObserver((list) => {
  for (const { identifier, renderTime } of list.getEntries()) seen[identifier].shown = renderTime;
}).observe({ type: 'element', buffered: true });

// The cursor moves without a change of the document, and a script that runs on leaves no frame to ask in.
if (frames !== undefined) addEventListener('focusin', look);
function eachFrame() {
  look();
  if (wanted.some((part) => !(part in seen))) requestAnimationFrame(eachFrame);
}
if (frames !== undefined) eachFrame();

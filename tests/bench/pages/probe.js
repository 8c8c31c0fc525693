/*
 * In each measured page before anything else, also in the static ones: watches until what the page is opened for is
 * there, then one frame, and tells by its title, which the bench reads without attaching to the page.
 */
const parts = {
  // The twenty promises of the person shown, and the note to write in.
  panel: () => document.querySelector('#note') && document.querySelectorAll('.items .tick').length >= 20,
  static: () => document.querySelector('p'),
  // The cursor, and that it is in the box that stays.
  popup: () => document.activeElement?.matches('textarea'),
  box: () => document.activeElement?.matches('textarea:not(#early)'),
};
const { wanted: names, frames } = document.currentScript.dataset;
const wanted = names.split(' ');
const seen = {};

function look() {
  for (const part of wanted) {
    if (part in seen || !parts[part]()) continue;
    const times = { content: performance.now() };
    seen[part] = times;
    requestAnimationFrame(() => {
      times.frame = performance.now();
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        times.painted = performance.now();
        if (wanted.every((one) => seen[one]?.painted)) tell();
      };
      port1.postMessage(null);
    });
  }
  if (wanted.every((part) => part in seen)) watching.disconnect();
}

function tell() {
  // The page is left to finish what it does after its first content.
  setTimeout(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    document.title = `bench ${JSON.stringify({ ...seen, firstPaint: first?.startTime ?? 0 })}`;
  }, 400);
}

const watching = new MutationObserver(look);
watching.observe(document, { childList: true, subtree: true });

// The cursor moves without a change of the document: popups are asked at each frame.
function eachFrame() {
  look();
  if (wanted.some((part) => !(part in seen))) requestAnimationFrame(eachFrame);
}
if (frames !== undefined) eachFrame();

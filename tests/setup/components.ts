import { cleanup, configure, prettyDOM } from '@testing-library/preact';
import axe from 'axe-core';
import { afterAll, afterEach, expect } from 'vitest';

afterEach(cleanup);

// A search that waits for something fails every time but the last: the page is written into its message only when that is read.
configure({
  // What is waited for comes sooner by far, unless the cores are shared with other checks.
  asyncUtilTimeout: 5_000,
  getElementError(message, container) {
    const error = new Error();
    const text = () => [message, prettyDOM(container)].filter(Boolean).join('\n\n');
    Object.defineProperty(error, 'message', { configurable: true, get: text, set: () => {} });
    error.name = 'TestingLibraryElementError';
    return error;
  },
});

// No page of ours loads a style sheet or a film here, and an element is written out only where it has a problem.
axe.configure({ noHtml: true });
/** What says something about a whole page is for the tests in the browser, which have one. */
const OF_WHOLE_PAGES = [
  'bypass',
  'document-title',
  'html-has-lang',
  'landmark-one-main',
  'page-has-heading-one',
  'region',
];
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  preload: false,
  selectors: false,
  elementRef: true,
  rules: Object.fromEntries(['color-contrast', ...OF_WHOLE_PAGES].map((rule) => [rule, { enabled: false }])),
};

/** Fails with each problem that axe finds in a part of the page; colours are measured by the tokens' own check. */
export async function expectAccessible(container: Element): Promise<void> {
  expect(document.body.contains(container), 'what axe is to look at is in the page').toBe(true);
  // Axe looks into the whole page, without what lies beside the part: only there has it a list of the elements of each kind.
  const exclude = [...document.body.children].filter(
    (element) => !element.contains(container) && !container.contains(element),
  );
  const { violations } = await axe.run({ include: document, exclude }, OPTIONS);
  const html = ({ element }: axe.NodeResult) => element?.outerHTML.slice(0, 300);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(html).join(' | ')}`)).toEqual([]);
}

/*
 * Axe and every search by role ask for the styles of each element, which take long to reckon. Nothing here has a style sheet: two
 * elements of one kind, with the same attributes that style them, look alike. So each look is reckoned once in a stretch of work.
 */
const { getComputedStyle } = window;
const { queueMicrotask } = globalThis;
let looks: Map<string, { element: Element; look: CSSStyleDeclaration }> | undefined;

window.getComputedStyle = (element, pseudo) => {
  const reckon = () => ({ element, look: getComputedStyle.call(window, element, pseudo) });
  // One that is not in the page has no look.
  if (!element.isConnected) return reckon().look;
  if (!looks) {
    looks = new Map();
    queueMicrotask(() => {
      looks = undefined;
    });
  }
  const key = `${element.tagName} ${element.getAttribute('hidden')} ${element.getAttribute('style')} ${pseudo}`;
  const known = looks.get(key);
  // What is read later of one that is gone by then would be nothing.
  const found = known?.element.isConnected ? known : reckon();
  looks.set(key, found);
  return found.look;
};
afterAll(() => {
  window.getComputedStyle = getComputedStyle;
});

import { cleanup, configure, prettyDOM } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';

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
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  preload: false,
  selectors: false,
  elementRef: true,
  rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
};

/** Fails with each problem that axe finds in a part of the page; colours are measured by the tokens' own check. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await withStylesByTag(() => axe.run(container, OPTIONS));
  const html = ({ element }: axe.NodeResult) => element?.outerHTML.slice(0, 300);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(html).join(' | ')}`)).toEqual([]);
}

/**
 * Nothing here has a style sheet: two elements of one kind, with the same attributes that style them, look alike. So each look is
 * reckoned once in a run, which asks for that of every element.
 */
async function withStylesByTag<T>(work: () => Promise<T>): Promise<T> {
  const looks = new Map<string, CSSStyleDeclaration>();
  const reckon = window.getComputedStyle;
  window.getComputedStyle = (element, pseudo) => {
    const key = `${element.tagName} ${element.getAttribute('hidden')} ${element.getAttribute('style')} ${pseudo}`;
    const look = looks.get(key) ?? reckon.call(window, element, pseudo);
    looks.set(key, look);
    return look;
  };
  try {
    return await work();
  } finally {
    window.getComputedStyle = reckon;
  }
}

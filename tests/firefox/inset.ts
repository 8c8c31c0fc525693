import type { Browser } from 'puppeteer-core';
import { asCall, inWindow } from './bidi.ts';
import { evaluateIn } from './window.ts';

/** A page of ours that is no tab: the sidebar, or the popup under the toolbar button. */
export interface Inset {
  /** Runs a function in the page; all that goes in and comes out is JSON. @throws when it is not open */
  evaluate: <A extends unknown[], R>(act: (...args: A) => R, ...args: A) => Promise<Awaited<R>>;
  /** Waits, 15 seconds at most, until a function of the page is true. */
  until: <A extends unknown[]>(act: (...args: A) => boolean, ...args: A) => Promise<void>;
  /** Waits until the page shows this text somewhere. */
  sees: (text: string) => Promise<void>;
  /** Waits for the button, box or choice with this name, or one that begins so, and presses it. */
  press: (name: string) => Promise<void>;
  /** Types into the field that this selector finds, as from a keyboard but at once. */
  type: (selector: string, text: string) => Promise<void>;
  /** Resolves once it is closed. */
  gone: () => Promise<void>;
}

export function inset(browser: Browser, place: 'sidebar' | 'popup'): Inset {
  async function evaluate<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const said = await inWindow(browser, evaluateIn, place, asCall(act, args));
    const { value, error } = JSON.parse(said) as { value: Awaited<R>; error?: string };
    if (error) throw new Error(`${place}: ${error}`);
    return value;
  }

  async function until<A extends unknown[]>(act: (...args: A) => boolean, ...args: A): Promise<void> {
    const end = Date.now() + 15_000;
    for (;;) {
      // Not open yet, or between two pages.
      const found = await evaluate(act, ...args).catch(() => false);
      if (found) return;
      if (Date.now() > end) {
        const shown = await evaluate(() => document.body.textContent).catch(String);
        throw new Error(`${place}: not as wanted ${JSON.stringify(args)}; it shows: ${shown}`);
      }
      await new Promise((next) => setTimeout(next, 100));
    }
  }

  return {
    evaluate,
    until,
    sees: (text) =>
      until(
        // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts, which textContent does not know.
        (wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
        text,
      ),
    press: (name) =>
      until((wanted) => {
        const all = [
          ...document.querySelectorAll<HTMLElement>('button, input[type=checkbox], [role=option]'),
        ];
        const found = all.find((one) =>
          (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(wanted),
        );
        found?.click();
        return found !== undefined;
      }, name),
    async type(selector, text) {
      await until((wanted) => document.querySelector(wanted) !== null, selector);
      await evaluate(
        (wanted, words) => {
          document.querySelector<HTMLElement>(wanted)?.focus();
          document.execCommand('insertText', false, words);
        },
        selector,
        text,
      );
    },
    async gone() {
      const end = Date.now() + 15_000;
      const isOpen = () =>
        evaluate(() => true).then(
          () => true,
          () => false,
        );
      while (await isOpen()) {
        if (Date.now() > end) throw new Error(`${place}: still open`);
        await new Promise((next) => setTimeout(next, 100));
      }
    },
  };
}

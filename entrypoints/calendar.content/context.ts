import { browser } from 'wxt/browser';

/**
 * Whether this script is still the extension's: it lives on in the page after an update or a removal, and must
 * then take away what it drew. WXT's class of the same name is left out (scripts/build): it announces every start to
 * the page by an event that holds the extension's id, can be stopped by the page with the same event, and weighs a
 * sixteenth of what a content script may.
 */
export class ContentScriptContext {
  #stop = new AbortController();

  /** Aborts once the extension is found to be gone. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Asks again each time: nothing tells a script that its extension has gone. */
  get isValid(): boolean {
    if (!browser.runtime?.id) this.#stop.abort();
    return !this.signal.aborted;
  }
}

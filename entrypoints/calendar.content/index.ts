import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { REFRESH, send } from '../../storage/messages.ts';
import { readAccount } from './reader/account.ts';
import { run } from './run.ts';

/** How often, while the page is seen, it is asked whether the extension is still there, in milliseconds. */
const PULSE = 1_000;

export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  // Before the page's own scripts: the card's events must reach our listeners on the window first.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let running: { stop: AbortController; refresh(): void } | undefined;

    /** Draws nothing and observes nothing until the background allows it, and again once it no longer does. */
    const refresh = async () => {
      const allowed = await send('hello', { account: readAccount(document) });
      if (ctx.isInvalid || !allowed.ok) return;
      if (!allowed.value.marks) {
        running?.stop.abort();
        running = undefined;
      } else if (running) running.refresh();
      else {
        const stop = new AbortController();
        running = { stop, refresh: run(document, stop.signal, () => ctx.isValid) };
      }
    };

    const onMessage = (
      message: unknown,
      sender: { id?: string },
      reply: (answer: null) => void,
    ): undefined => {
      if (message !== REFRESH || sender.id !== browser.runtime.id || ctx.isInvalid) return;
      reply(null);
      void refresh();
    };
    browser.runtime.onMessage.addListener(onMessage);

    ctx.onInvalidated(() => {
      running?.stop.abort();
      // After an update there is no runtime left to be removed from.
      browser.runtime?.onMessage?.removeListener(onMessage);
    });
    ctx.setInterval(() => {}, PULSE);

    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', refresh, { once: true, signal: ctx.signal });
    } else void refresh();
  },
});

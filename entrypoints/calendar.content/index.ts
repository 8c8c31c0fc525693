import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { REFRESH, send } from '../../storage/messages.ts';
import { ContentScriptContext } from './context.ts';
import { cardView } from './marks/card.ts';
import { readAccount } from './reader/account.ts';
import { run } from './run.ts';

/** How often it is asked whether the extension is still there, in milliseconds; rarer while the tab is hidden. */
const PULSE = 1_000;

export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  // Before the page's own scripts: the card's events must reach our listeners on the window first.
  runAt: 'document_start',
  main() {
    // Gmail's small calendar and embedded ones are other apps (CALENDAR.md): nothing is known of them.
    if (/\/(companion|embed)$/.test(location.pathname)) return;
    const context = new ContentScriptContext();
    const { signal } = context;
    let running: (ReturnType<typeof run> & { stop: AbortController }) | undefined;
    // Now, as what it keeps from the page it must hear before the page does.
    const card = cardView(signal, (action) => running?.act(action));

    /** Draws nothing and observes nothing until the background allows it, nor once it no longer does. */
    const refresh = async () => {
      const allowed = await send('hello', { account: readAccount(document) });
      if (!context.isValid || !allowed.ok) return;
      if (!allowed.value.marks) {
        running?.stop.abort();
        running = undefined;
      } else if (running) running.refresh();
      else {
        const stop = new AbortController();
        running = { stop, ...run(document, card, stop.signal, () => context.isValid) };
      }
    };

    browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
      if (message !== REFRESH || sender.id !== browser.runtime.id || !context.isValid) return;
      reply(null);
      void refresh();
    });

    const pulse = setInterval(() => context.isValid, PULSE);
    signal.addEventListener('abort', () => {
      clearInterval(pulse);
      running?.stop.abort();
    });

    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', refresh, { once: true, signal });
    } else void refresh();
  },
});

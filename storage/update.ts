import { browser } from 'wxt/browser';

/*
 * A newer version waits. It would take the place of this one at once and close every window of ours, in Firefox even in the
 * middle of a word: with this listener it waits until nobody works in any of them, or the browser is restarted.
 */

/** How often it is looked whether the windows are closed; a look also keeps the worker awake that long. */
const LOOK_MS = 20_000;
/** What is typed is written a quarter of a second later at most; twice that, and nothing is on its way. */
const WRITTEN_MS = 500;

type Context = 'SIDE_PANEL' | 'POPUP' | 'TAB';

/** Whether a window of Peerside is open. */
async function isOpen(): Promise<boolean> {
  const contextTypes: Context[] = ['SIDE_PANEL', 'POPUP', 'TAB'];
  const contexts = await browser.runtime.getContexts({
    contextTypes: contextTypes as unknown as NonNullable<
      Parameters<typeof browser.runtime.getContexts>[0]['contextTypes']
    >,
  });
  return contexts.length > 0;
}

/** Lets a newer version in once no window is open and what they wrote is on the disk. To be called as the worker starts. */
export function updateWhenIdle(beforeReload: () => Promise<unknown>, wait = LOOK_MS): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    const look = async () => {
      if (await isOpen()) {
        setTimeout(look, wait);
        return;
      }
      await new Promise((done) => setTimeout(done, Math.min(wait, WRITTEN_MS)));
      // A snapshot that fails holds nothing up: the database is as it was.
      await beforeReload().catch(console.error);
      if (await isOpen()) setTimeout(look, wait);
      else browser.runtime.reload();
    };
    void look();
  });
}

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

/** In the browser's session, which ends with the reload: a newer version waits. */
const READY = 'update-ready';

/** Calls back with whether a newer version waits, now and at each change, until the signal aborts. */
export function followUpdate(changed: (waits: boolean) => void, signal: AbortSignal): void {
  const { session } = browser.storage;
  const tell = () =>
    void session.get(READY).then((kept) => signal.aborted || changed(READY in kept), console.error);
  const listener = (changes: Record<string, unknown>) => {
    if (READY in changes) tell();
  };
  session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => session.onChanged.removeListener(listener));
  tell();
}

/** Lets the newer version in from a page, at the user's wish: every window of ours closes, once what they wrote is on the disk. */
export async function updateNow(beforeReload: () => Promise<unknown>): Promise<void> {
  await new Promise((done) => setTimeout(done, WRITTEN_MS));
  await beforeReload().catch(console.error);
  browser.runtime.reload();
}

/** Lets a newer version in once no window is open and what they wrote is on the disk. To be called as the worker starts. */
export function updateWhenIdle(beforeReload: () => Promise<unknown>, wait = LOOK_MS): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    browser.storage.session.set({ [READY]: true }).catch(console.error);
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

import { browser } from 'wxt/browser';
import { isCalendarPage, type Sender } from '../../storage/message-contract.ts';

/**
 * Opens the side panel when the message is a click on Prepare, and must be called synchronously in the
 * listener: `sidePanel.open()` needs the user's gesture, which is gone after the first await.
 * @returns whether the panel is open; undefined when the message is another one
 */
export function openPanel(message: unknown, sender: Sender): Promise<boolean> | undefined {
  const name = (message as { peerside?: unknown } | null)?.peerside;
  if (name !== 'prepare' || !isCalendarPage(sender, browser.runtime.id)) return undefined;
  const tabId = sender.tab?.id;
  if (tabId === undefined || !browser.sidePanel?.open) return Promise.resolve(false);
  return browser.sidePanel.open({ tabId }).then(
    () => true,
    (error: unknown) => {
      console.error('peerside: the panel did not open', error);
      return false;
    },
  );
}

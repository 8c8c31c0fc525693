import { browser } from 'wxt/browser';

interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel of a window. To be called synchronously in a click: the browser asks for the gesture.
 * @returns whether it opened
 */
export function openPeerside(windowId: number): Promise<boolean> {
  const { sidebarAction } = browser as unknown as Sidebar;
  const opening = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
  return opening.then(
    () => true,
    (error: unknown) => {
      console.error('peerside: the panel did not open', error);
      return false;
    },
  );
}

import { browser } from 'wxt/browser';
import { keepSelection } from '../../storage/kept-selection.ts';
import { t } from '../../storage/words.ts';

const KEEP = 'keep-for-a-peer';

/**
 * "Keep for a peer" on selected text. The browser hands over the text and the address with the click; no page is
 * read. To be called synchronously when the worker starts.
 */
export function offerToKeepSelections(): void {
  browser.runtime.onInstalled.addListener(() => {
    // An update finds the item of the version before.
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: KEEP, title: t('captureMenu'), contexts: ['selection'] });
    });
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== KEEP) return;
    const kept = keepSelection({
      text: info.selectionText ?? '',
      pageUrl: info.pageUrl,
      pageTitle: tab?.title,
    });
    kept.catch((error: unknown) => console.error('peerside: kept as a draft', error));
    // In the same turn, as Firefox asks for the click; where no popup may open, the inbox has it.
    browser.action.openPopup().catch(() => undefined);
  });
}

import { browser } from 'wxt/browser';

/** Opens the options page in a tab, at a section (`people`, `question-sets`, `calendar`) or a person (`person/<id>`). */
export function openOptions(section: string): void {
  // A path of our own needs no getURL, whose type WXT narrows to the files that it generates.
  void browser.tabs.create({ url: `options.html#${section}` });
}

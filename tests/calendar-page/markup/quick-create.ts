import { dialogHtml } from './dialog.ts';
import { attributes, escapeHtml } from './html.ts';
import { type MarkupOptions, settle } from './setting.ts';

/** The small form of a new event: the bubble's dialog with a title to type and no event in it. */
export function quickCreateHtml(options: MarkupOptions = {}): string {
  const { words } = settle(options);
  return dialogHtml(
    `<div class="jefcFd quick"><input type="text" id="c1"${attributes({ 'aria-label': words.title, placeholder: words.title })}>` +
      `<div role="tabpanel" aria-labelledby="tabEvent"><button id="tabEvent" role="tab">${escapeHtml(words.create)}</button></div>` +
      `<button jsname="x8hlje" class="taskClose">${escapeHtml(words.save)}</button></div>`,
    false,
  );
}

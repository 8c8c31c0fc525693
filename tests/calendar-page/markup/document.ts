import type { StandInEvent } from '../events.ts';
import { bubbleHtml } from './bubble.ts';
import { settle, type MarkupOptions } from './setting.ts';
import { accountLinkHtml, userInfoHtml } from './user-info.ts';
import { weekHtml } from './week.ts';

/** Makes a document show the week, with the signed-in account and, when `open` is given, that event's bubble. */
export function weekDocument(
  document: Document,
  events: readonly StandInEvent[],
  options: MarkupOptions & { open?: StandInEvent } = {},
): void {
  const { account } = settle(options);
  const bubble = options.open ? bubbleHtml(options.open, options) : '';
  document.body.dataset.viewfamily = 'EVENT';
  document.body.dataset.viewkey = 'WEEK';
  document.body.innerHTML =
    `${userInfoHtml(account, options)}<header>${accountLinkHtml(account, options)}</header>` +
    `<div role="main">${weekHtml(events, options)}</div>${bubble}`;
}

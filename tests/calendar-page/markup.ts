/** Every builder of the page's markup: HTML strings, for the server, for the page and for tests in happy-dom. */
export { bubbleHtml } from './markup/bubble.ts';
export { moreChip, stackedChip, timedChip } from './markup/chip.ts';
export { dayKey, dayOfKey } from './markup/days.ts';
export { dataEventId, eventKey } from './markup/event-id.ts';
export { eventPageHtml } from './markup/event-page.ts';
export { monthHtml } from './markup/month.ts';
export {
  type Account,
  accounts,
  type MarkupOptions,
  type Setting,
  settle,
  viewer,
} from './markup/setting.ts';
export { shellHtml } from './markup/shell.ts';
export { accountLinkHtml, userInfoHtml } from './markup/user-info.ts';
export { dayHtml, weekHtml } from './markup/week.ts';
export { weekDocument } from './markup/document.ts';

/** Every builder of the page's markup: HTML strings, for the server, for the page and for tests in happy-dom. */
export { bubbleHtml } from './markup/bubble.ts';
export { dayKey } from './markup/days.ts';
export { eventKey } from './markup/event-id.ts';
export { eventPageHtml } from './markup/event-page.ts';
export { monthHtml } from './markup/month.ts';
export { searchHtml } from './markup/schedule.ts';
export { viewer } from './markup/setting.ts';
export { userInfoHtml } from './markup/user-info.ts';
export { customDaysHtml, weekHtml } from './markup/week.ts';
export { yearHtml } from './markup/year.ts';

/*
 * Every selector for Google's page, and nothing else knows one. Each is a list from the most to the least
 * trusted; the comment names the view it serves and the month it was last seen working there.
 * Preferred: data-* that holds data, x… ids, roles. Never a translated word, never a class alone.
 */

/** One drawn event. Day, week, month, custom days, schedule and search, October 2026; the second: schedule, autumn 2026. */
export const CHIP = ['[data-eventchip][data-eventid]', '[data-datekey] [role=button][data-eventid]'] as const;

/** Plain signs of drawn events, for telling a calendar that cannot be read from one without events. October 2026. */
export const SIGN = [
  '[role=grid] [data-eventchip]',
  '[role=grid] [data-eventid]',
  '[role=grid] [jslog^="35463"]',
] as const;

/** What of a chip is pressed: itself in a column, a child where chips are stacked. All views, October 2026. */
export const CHIP_BUTTON = ['[role=button]'] as const;

/** The part of a chip that is drawn rather than read out. All views but schedule, October 2026. */
export const CHIP_VISIBLE = ['[aria-hidden=true]:not([data-eventid])'] as const;

/** The title within the drawn part: columns, then stacked. December 2025; classes, so only ever beside the structure. */
export const CHIP_TITLE = ['.I0UMhf', '.WBi6vc'] as const;

/** A chip of the month and of the all-day row. December 2025. */
export const STACKED = ['[data-stacked-layout-chip-container]'] as const;

/** The dot in the calendar's colour before a stacked chip's time. December 2025. */
export const CHIP_DOT = ['[style^=border-color]:not([data-eventid])'] as const;

/** Whatever has a day: a column, a day of the schedule, the list of one day. October 2026. */
export const DAY = ['[data-datekey]'] as const;

/** A row and a day's cell in it: month and all-day row. December 2025. */
export const ROW = ['[role=row]'] as const;
export const CELL = ['[role=gridcell]'] as const;

/** The days of a month's row, in the order of its cells. December 2025. */
export const ROW_DAYS = ['[jsname=GkYald] > [data-datekey]', 'h2[data-datekey]'] as const;

/** The grid and its columns; the columns' heads: day, week and custom days. October 2026. */
export const GRID = ['[role=grid]'] as const;
export const COLUMN = [
  '[role=gridcell][data-column-index][data-datekey]',
  '[role=columnheader] [data-datekey]',
] as const;

/** Stands for the events of a day that have no chip, "2 more"; what holds it has the day. Month, December 2025. */
export const MORE = ['[data-opens-day-overview]'] as const;

/** What may show an open event: its bubble and the event page, whatever is in them now. Bubble, October 2026; page, June 2026. */
export const SURFACE = ['#xDetDlg', '[data-is-create]'] as const;

/** The bubble of an event; a task's and a new event's have none. October 2026. */
export const BUBBLE = ['#xDetDlg[data-eventid]'] as const;

/** The bubble's title; its parent repeats it in data-text. June 2026. */
export const BUBBLE_TITLE = ['#rAECCd', '#xDetDlgWhen [role=heading]'] as const;

/** The bubble's summary of guests, "4 guests" in the page's language. June 2026. */
export const GUEST_TOTAL = ['#xDetDlgAtt'] as const;

/** A guest. Bubble, June 2026; event page, known from other extensions in 2026. */
export const GUEST = ['[role=treeitem][data-email]'] as const;

/** The organizer's row; read for `npm run read` only. Bubble, June 2026. */
export const ORGANIZER = ['#xDtlDlgOrg'] as const;

/**
 * The user's own answer, drawn as the chosen one of xRsvpYesBu, xRsvpNoBu and xRsvpMaybeBu. Bubble, June 2026
 * (seen for "yes": the chosen one alone is an action button with a menu); the second by the ARIA practice.
 */
export const CHOSEN_ANSWER = [
  '[id^=xRsvp][data-button-type=actionButton]',
  '[id^=xRsvp][aria-pressed=true]',
] as const;

/** The name in a guest's row. June 2026; a class, so the row's first drawn text stands behind it. */
export const GUEST_NAME = ['.SDqFWd > span'] as const;

/** The page of an event that exists already; `true` is a new one, whose guests nobody has invited. June 2026. */
export const EVENT_PAGE = ['[data-is-create="false"][data-eventid]'] as const;

/** Title of the event page. 2026, by other extensions; unchanged since 2018. */
export const PAGE_TITLE = ['#xTiIn'] as const;

/** First day on the event page, in data-date or data-ical as YYYYMMDD: to be changed, then to be read only. 2018, and 2026 by others. */
export const PAGE_DAY = ['#xStDaIn[data-date]', '#xStDaIn[data-ical]', '#xStDaRo[data-date]'] as const;

/** The guests on the event page. 2026, by other extensions. */
export const PAGE_GUESTS = ['#xGstLst'] as const;

/** Who is signed in. All views, 2026. */
export const ACCOUNT_EMAIL = ['#xUserEmail'] as const;
export const ACCOUNT_NAME = ['#xUserName'] as const;
export const ACCOUNT_ZONE = ['#xTimezone'] as const;

/** The account's link, its address in parentheses in the label. All views, December 2025. */
export const ACCOUNT_LINK = ['a[href*="accounts.google.com/SignOutOptions"][aria-label]'] as const;

/** A selector list as one selector, for where any alternative will do. */
export function any(alternatives: readonly string[]): string {
  return alternatives.join();
}

/** All elements that the most trusted alternative finds; the next is asked only when it finds none. */
export function all(root: ParentNode, alternatives: readonly string[]): Element[] {
  for (const alternative of alternatives) {
    const found = root.querySelectorAll(alternative);
    if (found.length > 0) return [...found];
  }
  return [];
}

/** The first element that the most trusted alternative finds. */
export function first(root: ParentNode, alternatives: readonly string[]): Element | undefined {
  for (const alternative of alternatives) {
    const found = root.querySelector(alternative);
    if (found) return found;
  }
  return undefined;
}

/** The nearest element, itself or around it, that the most trusted alternative fits. */
export function closest(element: Element, alternatives: readonly string[]): Element | undefined {
  for (const alternative of alternatives) {
    const found = element.closest(alternative);
    if (found) return found;
  }
  return undefined;
}

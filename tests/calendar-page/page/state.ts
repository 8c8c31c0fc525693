import type { StandInEvent } from '../events.ts';
import { accounts, type MarkupOptions, viewer } from '../markup/setting.ts';
import type { PageData } from '../markup/shell.ts';
import { localTime } from '../markup/zone.ts';

/** What the calendar can show. */
export type ViewName = 'day' | 'week' | 'month' | 'year' | 'schedule' | 'customday' | 'search';

const data = JSON.parse(document.querySelector('#standInData')?.textContent ?? '{}') as PageData;

/** What the page knows; `events` is replaced, never changed in place. */
export const state: { events: readonly StandInEvent[]; view: ViewName; day: string; hidden: Set<string> } = {
  events: data.events,
  view: 'week',
  day: localTime(now(), data.zone).day,
  hidden: new Set(),
};

/** The page's clock, which stands still when its address fixes it. */
export function now(): Date {
  return data.now ? new Date(data.now) : new Date();
}

/** The account's place in /calendar/u/N/. */
export const accountNumber = data.account;

/** How to draw at this moment. */
export function options(): MarkupOptions & { day: string; now: Date; zone: string } {
  const account = accounts[data.account] ?? viewer;
  return {
    now: now(),
    day: state.day,
    zone: data.zone,
    hl: data.hl,
    density: data.density,
    account,
    chipRows: data.chipRows,
  };
}

/** Today in the calendar's zone. */
export function today(): string {
  return localTime(now(), data.zone).day;
}

/** The events of the calendars that are ticked. */
export function shownEvents(): StandInEvent[] {
  return state.events.filter(({ calendarId }) => !state.hidden.has(calendarId));
}

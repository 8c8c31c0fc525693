import type { PageEvent } from '../../../prep/calendar-event.ts';
import { isShown, type OpenEvent } from './bubble.ts';
import { dayOfDate } from './day-key.ts';
import { eventFrom } from './event.ts';
import { canBeMeeting, decodeEventId } from './event-id.ts';
import { readGuests } from './guests.ts';
import { all, EVENT_PAGE, first, PAGE_DAY, PAGE_GUESTS, PAGE_TITLE } from './selectors.ts';

/** Reads the form of an existing event. Its guests are never known to be all: the page counts them nowhere. */
export function readEventPage(form: Element): PageEvent | undefined {
  const id = decodeEventId(form.getAttribute('data-eventid'));
  if (!canBeMeeting(id)) return undefined;
  const title = first(form, PAGE_TITLE) as HTMLInputElement | undefined;
  const date = first(form, PAGE_DAY);
  const list = first(form, PAGE_GUESTS);
  return eventFrom(id, String(title?.value ?? ''), {
    day: dayOfDate(date?.getAttribute('data-date') ?? date?.getAttribute('data-ical')) ?? null,
    guests: list ? readGuests(list).guests : null,
  });
}

/** The page of an existing event, if it is open; never that of a new one, whose guests are only being typed. */
export function openEventPage(document: Document, shown = isShown): OpenEvent | undefined {
  const element = all(document, EVENT_PAGE).find(shown);
  const event = element && readEventPage(element);
  if (!event) return undefined;
  const list = first(element, PAGE_GUESTS);
  return { kind: 'page', element, beside: list && shown(list) ? list : element, event };
}

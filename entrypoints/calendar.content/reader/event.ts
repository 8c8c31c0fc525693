import type { PageEvent } from '../../../prep/calendar-event.ts';
import { TITLE_MAX } from '../../../prep/page-bounds.ts';
import type { EventId } from './event-id.ts';
import { lineOf } from './text.ts';

/** An event of which the page has told nothing but what is given. */
export function eventFrom(id: EventId, title: string, known: Partial<PageEvent>): PageEvent {
  const { key, seriesKey, calendarId } = id;
  return {
    key,
    seriesKey,
    calendarId,
    title: lineOf(title, TITLE_MAX),
    day: null,
    drawn: null,
    guests: null,
    guestsComplete: false,
    ...known,
  };
}

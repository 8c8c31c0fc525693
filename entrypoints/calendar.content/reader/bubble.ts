import type { PageEvent } from '../../../prep/calendar-event.ts';
import { eventFrom } from './event.ts';
import { canBeMeeting, decodeEventId } from './event-id.ts';
import { readGuests } from './guests.ts';
import { all, BUBBLE, BUBBLE_TITLE, CHOSEN_ANSWER, first } from './selectors.ts';

/** An event that stands open on the page. */
export interface OpenEvent {
  kind: 'bubble' | 'page';
  /** What shows it. */
  element: Element;
  /** What something of ours may stand beside. */
  beside: Element;
  /** Day and time are unknown here unless the page gives them without words. */
  event: PageEvent;
}

/** Whether an element is drawn. It asks the page's layout: never to be called in an observer of mutations. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Reads one bubble, open or not; undefined for one of no event. */
export function readBubble(bubble: Element): PageEvent | undefined {
  const id = decodeEventId(bubble.getAttribute('data-eventid'));
  if (!canBeMeeting(id)) return undefined;
  const heading = first(bubble, BUBBLE_TITLE);
  const title = heading?.textContent?.trim() || heading?.parentElement?.getAttribute('data-text');
  const { guests, guestsComplete } = readGuests(bubble);
  const event = eventFrom(id, title ?? '', { guests, guestsComplete });
  const answers = all(bubble, CHOSEN_ANSWER);
  // Two that look chosen: not what we take it for.
  if (answers.length === 1 && answers[0]?.id === 'xRsvpNoBu') event.declined = true;
  return event;
}

/** The open bubble; the page keeps a closed one, hidden, and uses it again for the next event. */
export function openBubble(document: Document, shown = isShown): OpenEvent | undefined {
  const element = all(document, BUBBLE).find(shown);
  const event = element && readBubble(element);
  return event && { kind: 'bubble', element, beside: element, event };
}

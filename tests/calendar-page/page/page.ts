import type { StandInEvent } from '../events.ts';
import { eventKey } from '../markup/event-id.ts';
import { closeBubble, openBubble, renderForAddOn } from './bubble.ts';
import { mutateStyles, setEvents } from './change.ts';
import { eventById } from './find.ts';
import { followAddress, goTo, step } from './go.ts';
import { listenForKeys } from './keys.ts';
import { adopt } from './own.ts';
import { listenForPointer } from './pointer.ts';
import { closePopover } from './popover.ts';
import { heard, listenForErrors } from './record.ts';
import { state, type ViewName } from './state.ts';

/** What tests and the demo may do with the page, and what it has heard. */
export interface StandIn {
  /** Opens the bubble of the event with this id, instance suffix included. */
  openEvent(id: string): void;
  close(): void;
  /** Draws the open bubble once more, as the page does when an add-on's card has loaded. */
  renderForAddOn(): void;
  /** Shows a view at an ISO day. */
  goTo(view: ViewName, isoDay: string): void;
  next(): void;
  previous(): void;
  /** Shows other events. */
  setEvents(events: readonly StandInEvent[]): void;
  /** Writes the style of chips and cells `count` times, changing nothing to see. */
  mutateStyles(count: number): void;
  readonly events: readonly StandInEvent[];
  /** Keys that reached the page's shortcuts. */
  readonly keys: string[];
  /** Clicks that reached the page, by what they hit. */
  readonly clicks: string[];
  readonly errors: string[];
}

declare global {
  interface Window {
    standIn: StandIn;
  }
}

const standIn: StandIn = {
  openEvent(id) {
    const event = eventById(id);
    if (!event) throw new Error(`no event ${id}; there are ${state.events.map(eventKey).join(', ')}`);
    openBubble(event);
  },
  close() {
    closeBubble();
    closePopover();
  },
  renderForAddOn,
  goTo,
  next: () => step(1),
  previous: () => step(-1),
  setEvents,
  mutateStyles,
  get events() {
    return state.events;
  },
  ...heard,
};

function start(): void {
  window.standIn = standIn;
  listenForErrors();
  listenForKeys();
  listenForPointer();
  adopt(document.body);
  window.addEventListener('popstate', followAddress);
  followAddress();
}

const late = Number(new URLSearchParams(location.search).get('late') ?? 0);
if (late > 0) setTimeout(start, late);
else start();

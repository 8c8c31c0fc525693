import type { StandInEvent } from '../events.ts';
import { addDays, addMonths } from '../markup/days.ts';
import { dataEventId } from '../markup/event-id.ts';
import { closeBubble } from './bubble.ts';
import { clearView, draw } from './draw.ts';
import { hideEventPage, showEventPage, showNewEventPage } from './edit.ts';
import { eventByAttribute } from './find.ts';
import { closePopover } from './popover.ts';
import { editPath, routeOf, viewPath } from './route.ts';
import { state, today, type ViewName } from './state.ts';

/** Shows what the address says. */
export function followAddress(): void {
  closeBubble();
  closePopover();
  const route = routeOf(location.pathname);
  if (route.kind === 'edit') showEdited(route.eventId);
  else if (route.kind === 'create') showNewEventPage(eventByAttribute(route.from ?? ''));
  else if (route.kind === 'other') showNothing(route.name);
  else showView(route.view, route.day ?? today());
}

function showEdited(eventId: string): void {
  const event = eventByAttribute(eventId);
  if (event) showEventPage(event);
  else showNothing('eventedit');
}

function showView(view: ViewName, day: string): void {
  hideEventPage();
  state.view = view;
  state.day = day;
  draw();
}

/** Settings and the trash hold nothing here but their name on the body; anything else not even that. */
function showNothing(name: string): void {
  hideEventPage();
  clearView(['settings', 'trash'].includes(name) ? name.toUpperCase() : undefined);
}

/** Moves to a view and a day without a reload. */
export function goTo(view: ViewName, day: string): void {
  history.pushState(null, '', viewPath(view, day));
  followAddress();
}

/** Opens the page of an event, or of a new one. */
export function goToEvent(event?: StandInEvent): void {
  history.pushState(null, '', editPath(event && dataEventId(event)));
  followAddress();
}

/** One range forward or back. */
export function step(direction: 1 | -1): void {
  const days = { day: 1, week: 7, schedule: 14, customday: 4, search: 14 };
  const day =
    state.view === 'month' || state.view === 'year'
      ? addMonths(state.day, state.view === 'month' ? direction : 12 * direction)
      : addDays(state.day, days[state.view] * direction);
  goTo(state.view, day);
}

import type { StandInEvent } from '../events.ts';
import { dataEventId, eventKey } from '../markup/event-id.ts';
import { state } from './state.ts';

/** The event with this id; a base id finds the instance nearest to the day shown. */
export function eventById(id: string): StandInEvent | undefined {
  const exact = state.events.find((event) => eventKey(event) === id);
  if (exact) return exact;
  const distance = (event: StandInEvent) =>
    Math.abs(Date.parse(event.start) - Date.parse(`${state.day}T12:00:00Z`));
  return state.events.filter((event) => event.id === id).sort((a, b) => distance(a) - distance(b))[0];
}

/** The event that a `data-eventid` stands for. */
export function eventByAttribute(value: string): StandInEvent | undefined {
  return state.events.find((event) => dataEventId(event) === value);
}

/** The chip of an event, when the view has one. */
export function chipOf(event: StandInEvent): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    `[data-eventchip][data-eventid="${CSS.escape(dataEventId(event))}"]`,
  );
}

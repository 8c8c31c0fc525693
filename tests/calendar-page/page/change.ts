import type { StandInEvent } from '../events.ts';
import { eventKey } from '../markup/event-id.ts';
import { closeBubble } from './bubble.ts';
import { draw } from './draw.ts';
import { state } from './state.ts';

/** Shows other events. */
export function setEvents(events: readonly StandInEvent[]): void {
  state.events = [...events];
  draw();
}

/** Takes an event away, as its delete button does. */
export function removeEvent(event: StandInEvent): void {
  closeBubble();
  setEvents(state.events.filter((other) => eventKey(other) !== eventKey(event)));
}

/** Writes the style attribute of `count` chips and cells, over and over, to the value it has. */
export function mutateStyles(count: number): void {
  const nodes = document.querySelectorAll<HTMLElement>('[data-eventchip], [role=gridcell]');
  for (let index = 0; index < count; index += 1) {
    const node = nodes[index % nodes.length];
    node?.setAttribute('style', node.getAttribute('style') ?? '');
  }
}

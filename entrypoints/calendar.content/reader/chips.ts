import type { PageEvent } from '../../../prep/calendar-event.ts';
import { chipDay, type RowDays } from './chip-day.ts';
import { chipPlace, type Scale } from './chip-place.ts';
import { chipTitle } from './chip-title.ts';
import { eventFrom } from './event.ts';
import { canBeMeeting, decodeEventId, type EventId } from './event-id.ts';
import { all, CHIP, closest } from './selectors.ts';

/** The chips in a part of the page. */
export function findChips(root: ParentNode): Element[] {
  return all(root, CHIP);
}

/** The chip that an element is, or lies in. */
export function chipAround(element: Element): Element | undefined {
  return closest(element, CHIP);
}

/** The id of a chip's event; undefined when it is no event that could be a meeting. */
export function chipId(chip: Element): EventId | undefined {
  const id = decodeEventId(chip.getAttribute('data-eventid'));
  return canBeMeeting(id) ? id : undefined;
}

/**
 * Everything a chip tells of its event. Chips never name guests.
 * @returns undefined for tasks, birthdays, holidays, drafts, and chips whose id does not decode
 */
export function readChip(chip: Element, scale: Scale, rows: RowDays = new Map()): PageEvent | undefined {
  const id = chipId(chip);
  if (!id) return undefined;
  return eventFrom(id, chipTitle(chip), { day: chipDay(chip, rows), drawn: chipPlace(chip, scale) });
}

import type { PageEvent } from '../../prep/calendar-event.ts';
import { BATCH_MAX, type MessageIn } from '../../storage/messages.ts';
import { readZone } from './reader/account.ts';
import { chipId, findChips } from './reader/chips.ts';
import { isKnownId } from './reader/event-id.ts';
import { all, SIGN } from './reader/selectors.ts';
import { readView } from './reader/view.ts';

/**
 * What a view at rest shows, for forgetting what has vanished from it and for the reader's report.
 * @param eventOf what was read of an event's chip
 */
export function lookOver(
  document: Document,
  eventOf: (key: string) => PageEvent | undefined,
): Omit<MessageIn<'seen'>, 'account'> {
  const { name, days } = readView(document);
  const chips = findChips(document);
  const keys = new Set(chips.flatMap((chip) => chipId(chip)?.key ?? []));
  const events = [...keys].map(eventOf);
  const having = (part: 'title' | 'day' | 'drawn') => events.filter((event) => event?.[part]).length;
  return {
    zone: !!readZone(document),
    view: name,
    days,
    keys: [...keys].slice(0, BATCH_MAX),
    signs: all(document, SIGN).length,
    chips: chips.length,
    known: chips.filter((chip) => isKnownId(chip.getAttribute('data-eventid'))).length,
    titled: having('title'),
    dated: having('day'),
    timed: having('drawn'),
  };
}

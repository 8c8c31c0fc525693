import type { CalendarEvent } from './calendar-event.ts';
import { mailbox } from './mailbox.ts';
import { isOwn, namesAt, type Roster } from './roster.ts';
import { titleWords } from './title-words.ts';

/**
 * Whether an event is a meeting at all, by what the user has set (PRODUCT, part 5): not one that is known to be of
 * more people, nor one with an ignored word in its title. `learnt` is what guests once told of its series: unless
 * the event's own list is whole, it is of as many. What is not known keeps nothing from counting.
 */
export function counts(
  event: CalendarEvent,
  known: Roster,
  learnt?: { personIds: readonly string[]; learntFrom: 'guests' | 'chosen' },
): boolean {
  const others = new Set<string>();
  for (const { email } of event.guests ?? []) if (!isOwn(email, known)) others.add(mailbox(email));
  const isWhole = event.guests !== null && event.guestsComplete;
  const before = isWhole || learnt?.learntFrom !== 'guests' ? 0 : learnt.personIds.length;
  // And the user.
  return Math.max(others.size, before) + 1 <= known.largest && !hasIgnored(event.title, known);
}

/** Whole words, case and accents folded; a phrase as its words in a row. */
export function hasIgnored(title: string, { ignored }: Roster): boolean {
  if (ignored.names.size === 0) return false;
  const found = titleWords(title);
  return found.some((_, at) => namesAt(found, at, ignored).length > 0);
}

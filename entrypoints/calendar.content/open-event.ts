import type { PageEvent } from '../../prep/calendar-event.ts';
import type { Card, Reply } from '../../storage/messages.ts';
import type { CardView } from './marks/card.ts';
import { settledAt } from './marks/settle.ts';
import type { OpenEvent } from './reader/bubble.ts';

/** What following the open event needs of the rest. */
export interface OpenEventNeeds {
  /** What stands open on the page now; asks for layout, so it is only called outside of observers. */
  read(): OpenEvent | undefined;
  /** Adds the day and time that were learnt of the event elsewhere. */
  complete(event: PageEvent): PageEvent;
  opened(event: PageEvent, kind: OpenEvent['kind']): Promise<Reply<Card>>;
  closed(key: string): void;
  /** Told of every event that was answered, for the chips. */
  learnt(event: PageEvent): void;
  card: Pick<CardView, 'show' | 'hide'>;
  now?: () => number;
  signal: AbortSignal;
}

interface Current extends OpenEvent {
  id: string;
  opened: number;
  lastChange: number;
  openedBefore: boolean;
  /** The event as it was last sent; empty before. */
  sent: string;
  /** How often in a row no answer has come. */
  failed: number;
  card?: Card;
  drawn?: Card;
  /** On the event page: what comes now may be unsaved edits. */
  frozen?: boolean;
}

/** After how many milliseconds it is asked again when no answer has come; four, nine … times as many later on. */
const RETRY = 1_000;
/** From event to event the page closes one and opens the next: within so many milliseconds that says enough. */
const BETWEEN = 300;

/** Follows which event stands open: tells the background, and draws its card when the page has come to rest. */
export function followOpenEvent(needs: OpenEventNeeds) {
  const { read, complete, opened, closed, learnt, card, now = Date.now, signal } = needs;
  const openedBefore = new Set<string>();
  /** What was answered before, by what was sent: drawn at once, while it is asked again. */
  const answers = new Map<string, Card>();
  let current: Current | undefined;
  /** What the background takes to be open. */
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    timer = setTimeout(leave, BETWEEN);
    card.hide();
    current = undefined;
  };

  const leave = () => {
    if (told && !signal.aborted) closed(told);
    told = '';
  };

  const open = (found: OpenEvent, id: string): Current => {
    const started = {
      opened: now(),
      lastChange: now(),
      openedBefore: openedBefore.has(id),
      sent: '',
      failed: 0,
    };
    openedBefore.add(id);
    return { ...found, id, ...started };
  };

  const tell = async (at: Current) => {
    const sent = JSON.stringify(at.event);
    if (sent === at.sent) return;
    at.sent = sent;
    told = at.event.key;
    at.card ??= answers.get(sent);
    const answer = await opened(at.event, at.kind);
    // Another event, or a longer list of guests, may have come in the meantime.
    if (current !== at || at.sent !== sent) return;
    if (answer.ok) return take(at, answer.value);
    at.sent = '';
    at.failed += 1;
    timer = setTimeout(look, RETRY * at.failed ** 2);
  };

  const take = (at: Current, answer: Card) => {
    if (JSON.stringify(at.card) !== JSON.stringify(answer)) at.card = answer;
    answers.set(at.sent, answer);
    at.failed = 0;
    learnt(at.event);
    advance(at);
  };

  /** Sends what is known by now, draws what may be drawn, and comes back when more will be. */
  const advance = (at: Current) => {
    const settled = settledAt(at.opened, at.lastChange, at.openedBefore) - now();
    // Before it has settled, no guests may only mean that they have not arrived.
    if (at.event.guests || settled <= 0) void tell(at);
    clearTimeout(timer);
    if (settled > 0) timer = setTimeout(look, settled);
    else {
      // Once: what was focused or said on it since would be lost.
      if (at.card && at.card !== at.drawn) card.show(at, at.card);
      at.drawn = at.card;
      at.frozen ||= at.kind === 'page' && at.event.guests !== null;
    }
  };

  const look = () => {
    if (signal.aborted) return;
    const found = read();
    const id = found && `${found.kind} ${found.event.key}`;
    if (current?.id !== id) close();
    if (!found || !id) return;
    current ??= open(found, id);
    Object.assign(current, { element: found.element, beside: found.beside });
    if (!current.frozen) current.event = complete(found.event);
    advance(current);
  };

  signal.addEventListener('abort', close);

  return {
    /** Looks at what is open. `changed`: after a change inside it, which delays the drawing. */
    look(changed: boolean) {
      if (changed && current) current.lastChange = now();
      look();
    },
    /** Shows the answer to a press on the card. */
    answer(event: PageEvent, answer: Card) {
      if (current?.event.key === event.key) take(current, answer);
    },
    /** Sends the open event again, as when people have changed. */
    again() {
      answers.clear();
      if (current) current.sent = '';
      look();
    },
    /** The user works on the event page: what it lists from now on may not be saved. */
    touched(target: EventTarget | null) {
      if (current?.kind === 'page' && current.element.contains(target as Node)) current.frozen = true;
    },
    /** The page goes: nothing can be said later. */
    close() {
      close();
      leave();
    },
    current: (): OpenEvent | undefined => current,
  };
}

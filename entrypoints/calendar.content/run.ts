import { type Card, send } from '../../storage/messages.ts';
import { t } from '../../storage/words.ts';
import { lookOver } from './look-over.ts';
import type { CardView } from './marks/card.ts';
import type { Action } from './marks/card-content.ts';
import { followOpenEvent } from './open-event.ts';
import { readAccount, readZone } from './reader/account.ts';
import { openBubble } from './reader/bubble.ts';
import { openEventPage } from './reader/event-page.ts';
import { hourHeight } from './reader/hour-height.ts';
import { first, SURFACE } from './reader/selectors.ts';
import { watch } from './reader/watch.ts';
import { spotChips } from './spot-chips.ts';

/** When a view is at rest, in milliseconds after its last change: what is to be loaded over a network has come. */
const REST = 2_000;

/**
 * Connects the reader, the background and the marks, until the signal aborts; then everything of ours is gone.
 * @param alive whether the extension is still there: asked before anything is done
 * @returns `refresh` asks about everything anew, as when people have changed; `act` does what was pressed on the card
 */
export function run(document: Document, card: CardView, signal: AbortSignal, alive: () => boolean) {
  const account = () => readAccount(document);
  /** Not 0: what stands open is to be looked at. */
  let due = 0;
  let changed = false;
  let followed: Element | undefined;

  /** Everything of the page's that calls us comes through here. */
  const door = (work: () => void) => {
    try {
      if (!signal.aborted && alive()) work();
    } catch {
      // Whatever Google's page did to us is not shown on Google's page.
    }
  };

  const look = () => {
    due = 0;
    open.look(changed);
    changed = false;
    // A bubble is hidden by its style, which is not watched: its size tells.
    const element = open.current()?.element ?? first(document, SURFACE);
    if (element !== followed) {
      sizes.disconnect();
      if (element) sizes.observe(element);
      followed = element;
    }
    card.place();
  };
  // After the frame: then the page has been laid out, and nothing that is asked for makes it do so once more.
  const lookNext = () =>
    setTimeout(() => {
      if (due) door(look);
    });
  const lookSoon = () => {
    due ||= requestAnimationFrame(lookNext);
  };
  const sizes = new ResizeObserver((entries) => {
    due = 1;
    // What is hidden takes its card along in the same frame; what is shown waits until its own is painted.
    if (entries.at(-1)?.contentRect.height) lookNext();
    else door(look);
  });
  const hours = hourHeight(document, signal, () => chips.readAll());

  let rest: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  let range = '';

  const tellView = () => {
    chips.catchUp();
    const seen = lookOver(document, chips.eventOf);
    const drawn = seen.days.join();
    // An empty view may be one that is still loading, unless its own events have just gone.
    if (seen.keys.length > 0) range = drawn;
    else if (drawn !== range) seen.days = [];
    const line = JSON.stringify(seen);
    if (line !== told) void send('seen', { account: account(), ...seen });
    told = line;
  };

  const watched = watch(document, signal, ({ chips: seen, view, surface }) =>
    door(() => {
      if (view) {
        clearTimeout(rest);
        rest = setTimeout(() => door(tellView), REST);
        chips.see(seen);
        hours.look();
      }
      changed ||= surface;
      if (surface) lookSoon();
    }),
  );

  const chips = spotChips({
    document,
    ask: (events) => send('spot', { account: account(), events }),
    write: watched.write,
    scale: () => ({ zone: readZone(document), hourHeight: hours.pixels }),
    signal,
  });

  const open = followOpenEvent({
    read: () => openBubble(document) ?? openEventPage(document),
    complete(event) {
      const { day = null, drawn = null } = chips.eventOf(event.key) ?? {};
      // On another day than its chip it is being moved.
      return { ...event, day: event.day ?? day, drawn: (event.day ?? day) === day ? drawn : null };
    },
    opened: (event, kind) => send('opened', { account: account(), event, kind }),
    closed: (key) => void send('closed', { key }),
    learnt: chips.remember,
    card,
    signal,
  });

  async function act({ name, body }: Action): Promise<void> {
    const event = open.current()?.event;
    if (!event) return;
    const common = { account: account(), event };
    if (name === 'prepare') {
      const reply = await send(name, common);
      return card.say(reply.ok && reply.value.panel ? '' : t('cardNoPanel'));
    }
    const reply = await send(name, { ...common, ...body } as never);
    if (!reply.ok) return card.say(t('cardFailed'));
    // Nothing comes back for who is not to be offered again, and nothing is shown.
    open.answer(event, (reply.value as Card | null) ?? { kind: 'none' });
  }

  const listen = (types: string, hear: (event: Event) => void) => {
    for (const type of types.split(' ')) {
      addEventListener(type, (event) => door(() => hear(event)), { capture: true, passive: true, signal });
    }
  };
  listen('resize scroll', () => open.current() && lookSoon());
  listen('keydown pointerdown', ({ target }) => open.touched(target));
  listen('pagehide', open.close);
  signal.addEventListener('abort', () => sizes.disconnect());

  watched.start();
  return {
    refresh: () =>
      door(() => {
        chips.again();
        open.again();
      }),
    act: (action: Action) => door(() => void act(action)),
  };
}

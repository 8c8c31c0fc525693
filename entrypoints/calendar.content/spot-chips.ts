import type { PageEvent } from '../../prep/calendar-event.ts';
import { BATCH_MAX, type Reply, type Spotted } from '../../storage/messages.ts';
import { type Look, setMarks } from './marks/chip-mark.ts';
import type { RowDays } from './reader/chip-day.ts';
import type { Scale } from './reader/chip-place.ts';
import { chipId, findChips, readChip } from './reader/chips.ts';

/** What the marks on the chips need of the rest. */
export interface SpotChipsNeeds {
  document: Document;
  /** Asks the background which of these events are with peers. */
  ask(events: PageEvent[]): Promise<Reply<Spotted[]>>;
  /** Changes the page without our own observer hearing of it. */
  write(change: () => void): void;
  scale(): Scale;
  signal: AbortSignal;
}

/** Chips that come within this many milliseconds are asked about together. */
const BATCH_WAIT = 50;
/** The most events that are remembered in one page load: years of views. */
const REMEMBERED = 5_000;

/** What is remembered of an event. */
interface Known {
  event: PageEvent;
  /** As it was last asked about; undefined: it is to be asked about again. */
  asked?: string | undefined;
  look: Look;
}

/** Keeps the chips marked: at once for events that were asked about before, the others after one question for all. */
export function spotChips({ document, ask, write, scale, signal }: SpotChipsNeeds) {
  const known = new Map<string, Known>();
  const pending = new Set<Element>();
  /** Chips of known events have changed since all were read. */
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const mark = (chips: Iterable<Element>, lookOf: (chip: Element) => Look) =>
    setMarks(chips, (chip) => (signal.aborted ? undefined : lookOf(chip)));
  const markAll = () => mark(findChips(document), (chip) => known.get(chipId(chip)?.key ?? '')?.look);

  /**
   * Has a chip wait to be asked about; that of an event that was asked about waits until the view is at rest: it may have been moved.
   * @returns its look as far as it is known
   */
  const wait = (chip: Element): Look => {
    const id = chipId(chip);
    const one = known.get(id?.key ?? '');
    if (one?.asked) isLate = true;
    else if (id) pending.add(chip);
    if (pending.size > 0) timer ??= setTimeout(askPending, BATCH_WAIT);
    return one?.look;
  };

  /** Reads the chips that wait, and tells which events are not asked about yet just as they are. */
  const collect = (): Known[] => {
    const rows: RowDays = new Map();
    const measure = scale();
    const found = new Set<string>();
    const fresh: Known[] = [];
    for (const chip of pending) {
      const event = chip.isConnected ? readChip(chip, measure, rows) : undefined;
      // Of an event in several pieces the first one stands on its first day.
      if (!event || found.has(event.key)) continue;
      found.add(event.key);
      const old = known.get(event.key);
      // Guests are in no chip, but in a bubble that was read before; that it lasts whole days, in no list.
      const { guests = null, guestsComplete = false, declined, drawn = null } = old?.event ?? {};
      if (!drawn?.clock && !drawn?.to) event.drawn ??= drawn;
      const now: Known = { ...old, look: old?.look, event: { ...event, guests, guestsComplete, declined } };
      known.set(event.key, now);
      if (JSON.stringify(now.event) !== now.asked) fresh.push(now);
    }
    // Nothing is held of chips that the page may let go of.
    pending.clear();
    return fresh;
  };

  const askPending = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (known.size > REMEMBERED) known.clear();
    const fresh = collect();
    const ofRound = round;
    for (let from = 0; from < fresh.length; from += BATCH_MAX) {
      const batch = fresh.slice(from, from + BATCH_MAX).map(({ event }) => event);
      const answer = await ask(batch);
      if (signal.aborted || ofRound !== round) return;
      // Without an answer they are asked about again with the next change of the view.
      if (answer.ok) learn(batch, answer.value);
    }
  };

  const readAll = () => {
    isLate = false;
    for (const chip of findChips(document)) pending.add(chip);
    void askPending();
  };

  const learn = (batch: readonly PageEvent[], spotted: readonly Spotted[]) => {
    const sure = new Map(spotted.map((event) => [event.key, event.sure]));
    for (const event of batch) {
      const look = sure.get(event.key);
      known.set(event.key, {
        event: known.get(event.key)?.event ?? event,
        asked: JSON.stringify(event),
        look,
      });
    }
    write(markAll);
  };

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    markAll();
  });

  return {
    /** New or changed chips, in the observer's callback. */
    see(chips: Iterable<Element>) {
      mark(chips, wait);
    },
    /** Reads what has waited for the view to come to rest; asks only about what has changed. */
    catchUp() {
      if (isLate) readAll();
    },
    /** Asks about everything anew; the marks stay until the answer. */
    again() {
      for (const one of known.values()) one.asked = undefined;
      round += 1;
      findChips(document).forEach(wait);
    },
    /** Reads every chip again, as when the columns were measured; asks only about what has changed. */
    readAll,
    /** What the chip of an event told, if one was seen. */
    eventOf: (key: string) => known.get(key)?.event,
    /** Remembers the guests that a bubble or page listed, so that the chip of the same event is judged by them. */
    remember(event: PageEvent) {
      const { key, guests, guestsComplete, declined } = event;
      const old = known.get(key);
      const now = { ...(old?.event ?? event), guests, guestsComplete, declined };
      if (!guests || JSON.stringify(now) === JSON.stringify(old?.event)) return;
      known.set(key, { look: old?.look, event: now });
      for (const chip of findChips(document)) if (chipId(chip)?.key === key) wait(chip);
    },
  };
}

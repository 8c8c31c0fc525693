import type { PageEvent } from '../../prep/calendar-event.ts';
import { BATCH_MAX, type Reply, type Spotted } from '../../storage/messages.ts';
import { type Look, setMark } from './marks/chip-mark.ts';
import type { RowDays } from './reader/chip-day.ts';
import type { Scale } from './reader/chip-place.ts';
import { chipButton, chipTitle } from './reader/chip-title.ts';
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

const titleKey = (key: string, title: string) => `${key}\n${title}`;

/** Keeps the chips marked: at once for events that were asked about before, the others after one question for all. */
export function spotChips({ document, ask, write, scale, signal }: SpotChipsNeeds) {
  /** By event and title: how its chip is to look. */
  const looks = new Map<string, Look>();
  /** Events that were asked about just as they are. */
  const asked = new Set<string>();
  const events = new Map<string, PageEvent>();
  const pending = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const mark = (chip: Element) => {
    const button = chipButton(chip);
    const id = signal.aborted ? undefined : chipId(chip);
    const look = id && looks.get(titleKey(id.key, chipTitle(chip)));
    if (button) setMark(chip, button, look);
  };

  const see = (chips: Iterable<Element>) => {
    for (const chip of chips) pending.add(chip);
    if (pending.size > 0) timer ??= setTimeout(askPending, BATCH_WAIT);
  };

  const forget = () => {
    looks.clear();
    asked.clear();
    round += 1;
  };

  const collect = (): PageEvent[] => {
    const rows: RowDays = new Map();
    const found = new Map<string, PageEvent>();
    for (const chip of pending) {
      const event = chip.isConnected ? readChip(chip, scale(), rows) : undefined;
      // Of an event in several pieces the first one stands on its first day.
      if (!event || found.has(event.key)) continue;
      // Guests are in no chip, but in a bubble that was read before.
      const { guests = null, guestsComplete = false, declined } = events.get(event.key) ?? {};
      found.set(event.key, { ...event, guests, guestsComplete, declined });
    }
    pending.clear();
    for (const [key, event] of found) events.set(key, event);
    return [...found.values()].filter((event) => !asked.has(JSON.stringify(event)));
  };

  const askPending = async () => {
    timer = undefined;
    if (events.size > REMEMBERED) for (const memory of [events, looks, asked]) memory.clear();
    const fresh = collect();
    const ofRound = round;
    for (let from = 0; from < fresh.length; from += BATCH_MAX) {
      const batch = fresh.slice(from, from + BATCH_MAX);
      const answer = await ask(batch);
      if (signal.aborted || ofRound !== round) return;
      // Without an answer they are asked about again with the next change of the view.
      if (answer.ok) learn(batch, answer.value);
    }
  };

  const learn = (batch: readonly PageEvent[], spotted: readonly Spotted[]) => {
    const sure = new Map(spotted.map((event) => [event.key, event.sure]));
    for (const event of batch) {
      asked.add(JSON.stringify(event));
      looks.set(titleKey(event.key, event.title), sure.get(event.key));
    }
    write(() => findChips(document).forEach(mark));
  };

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    findChips(document).forEach(mark);
  });

  return {
    /** New or changed chips, in the observer's callback. */
    see(chips: Iterable<Element>) {
      for (const chip of chips) mark(chip);
      see(chips);
    },
    /** Asks about everything anew; the marks stay until the answer. */
    again() {
      forget();
      see(findChips(document));
    },
    /** Reads every chip again, as when the columns were measured; asks only about what has changed. */
    readAll: () => see(findChips(document)),
    /** What the chip of an event told, if one was seen. */
    eventOf: (key: string) => events.get(key),
    /** Remembers the guests that a bubble or page listed, so that the chip of the same event is judged by them. */
    remember(event: PageEvent) {
      const { key, guests, guestsComplete, declined } = event;
      if (guests) events.set(key, { ...(events.get(key) ?? event), guests, guestsComplete, declined });
      see(findChips(document));
    },
    /** How the chip of an event looks. */
    lookOf: ({ key, title }: PageEvent): Look => looks.get(titleKey(key, title)),
  };
}

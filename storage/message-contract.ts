import type { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { account as signedIn, pageEvent as told } from '../prep/calendar-event.ts';
import { timed } from '../prep/event-times.ts';
import { TITLE_MAX } from '../prep/page-bounds.ts';
import { pageText } from '../prep/page-text.ts';
import { day, id } from '../prep/records/base.ts';
import { eventKey } from '../prep/records/meeting.ts';
import { BATCH_MAX } from './messages.ts';

/*
 * The whole contract between the calendar page's content script and the background. The page is the less
 * trusted side: it may ask about events that it shows, and is told names that it already shows, counts and
 * one date. There is no message that returns a note, a promise, a topic or a fact, and there must never be.
 *
 * The background parses every message and every answer by these schemas; the page side (messages.ts) takes
 * only their types, as the schemas alone would fill most of what a content script may weigh.
 */

/** What one chip's mark needs to know. */
export const spotted = z.object({ key: eventKey, sure: z.boolean() });
export type Spotted = z.infer<typeof spotted>;

/** What the card of an opened event shows. */
export const card = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('peers'),
    names: z.array(z.string().check(z.maxLength(TITLE_MAX))).check(z.maxLength(20)),
    lastMet: z.nullable(day),
    openPromises: z.number(),
    /** It is so because the user said so, and may be said otherwise. */
    chosen: z.optional(z.boolean()),
  }),
  z.object({
    kind: z.literal('which'),
    candidates: z.array(z.object({ id, name: z.string() })).check(z.maxLength(6)),
  }),
  z.object({ kind: z.literal('unknown'), email: z.string(), name: z.string() }),
  z.object({ kind: z.literal('none') }),
]);
export type Card = z.infer<typeof card>;

/** Who is signed in, as the page tells it, the strings made safe: the page only bounds them. */
const account = z.pipe(
  signedIn,
  z.transform(({ email, name }) => ({
    email: email && pageText(email, 320),
    name: name && pageText(name, 200),
  })),
);

/** An event as the page tells of it, its time reckoned and its strings made safe. */
const pageEvent = z.pipe(
  told,
  z.transform((event) => ({
    ...timed(event),
    title: pageText(event.title, TITLE_MAX),
    guests:
      event.guests?.map(({ email, name }) => ({
        email: pageText(email, 320),
        name: name && pageText(name, 200),
      })) ?? null,
  })),
);

/** The page's own names of its views (CALENDAR.md); any other is OTHER, so that nothing else comes in by it. */
const VIEWS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'AGENDA', 'SCHEDULE', 'SEARCH', 'CUSTOM_DAYS', 'CUSTOM_WEEKS'];
const viewName = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((name) => (VIEWS.includes(name) ? name : 'OTHER')),
);
const count = z.number().check(z.int(), z.minimum(0), z.maximum(100_000));

/** name: what the page sends, what it gets back. */
export const contract = {
  /** The page has loaded, or was asked to read again: may anything be drawn? */
  hello: { in: z.object({ account }), out: z.object({ marks: z.boolean() }) },
  /** Which of these events, as seen on chips, are with peers? The others are left out of the reply. */
  spot: {
    in: z.object({ account, events: z.array(pageEvent).check(z.maxLength(BATCH_MAX)) }),
    out: z.array(spotted),
  },
  /**
   * A view has come to rest: the days of which it draws every event, the events it draws, and what of them could
   * be read, in numbers. What was only spotted on those days and is no longer there is forgotten.
   */
  seen: {
    in: z.object({
      account,
      zone: z.boolean(),
      view: viewName,
      days: z.array(day).check(z.maxLength(100)),
      keys: z.array(eventKey).check(z.maxLength(BATCH_MAX)),
      signs: count,
      chips: count,
      known: count,
      titled: count,
      dated: count,
      timed: count,
    }),
    out: z.null(),
  },
  /** An event's bubble or page was opened, or its guests have loaded. An open panel follows. */
  opened: { in: z.object({ account, event: pageEvent, kind: z.enum(['bubble', 'page']) }), out: card },
  /** The bubble or event page was closed. */
  closed: { in: z.object({ key: eventKey }), out: z.null() },
  /** Prepare was clicked: open the panel on this event. `panel` is false where only a shortcut can open it. */
  prepare: { in: z.object({ account, event: pageEvent }), out: z.object({ panel: z.boolean() }) },
  /** "Which Ana?" was answered by a click. */
  choose: { in: z.object({ account, event: pageEvent, personId: id }), out: card },
  /** The answer to "Which Ana?" was wrong: ask again. */
  ask: { in: z.object({ account, event: pageEvent }), out: card },
  /** Add as peer was clicked. */
  add: {
    in: z.object({
      account,
      event: pageEvent,
      email: z.string().check(z.maxLength(320)),
      name: z.string().check(z.maxLength(200)),
    }),
    out: card,
  },
  /** "Do not offer again" was clicked. */
  dismiss: { in: z.object({ email: z.string().check(z.maxLength(320)) }), out: z.null() },
} as const;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
/** As the page sends it, and as the handlers get it. */
export type MessageIn<N extends MessageName> = z.input<Contract[N]['in']>;
type Parsed<N extends MessageName> = z.output<Contract[N]['in']>;
export type MessageOut<N extends MessageName> = z.infer<Contract[N]['out']>;

/** What comes back over the wire: never an exception. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: string };

const envelope = z.object({ peerside: z.string(), body: z.unknown() });

/** Where a message came from, as the browser vouches for it. */
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Whether the browser vouches that a message comes from our script in the top frame of the calendar. */
export function isCalendarPage(sender: Sender, ownId: string): boolean {
  if (sender.id !== ownId || sender.tab?.id === undefined || sender.frameId !== 0) return false;
  try {
    return new URL(sender.origin ?? sender.url ?? '').origin === 'https://calendar.google.com';
  } catch {
    return false;
  }
}

export type Handlers = { [N in MessageName]: (body: Parsed<N>, sender: Sender) => Promise<MessageOut<N>> };

/**
 * The receiving end: checks the sender, parses the body, answers `{ ok, value | error }`, never throws.
 * @returns undefined when it is not a message of this contract, which leaves it to other listeners
 */
export function receive(
  message: unknown,
  sender: Sender,
  handlers: Handlers,
  ownId: string,
): Promise<Reply<unknown>> | undefined {
  const parsed = envelope.safeParse(message);
  if (!parsed.success || !Object.hasOwn(contract, parsed.data.peerside)) return undefined;
  if (!isCalendarPage(sender, ownId))
    return Promise.resolve({ ok: false, error: 'not from the calendar page' });
  return answer(parsed.data.peerside as MessageName, parsed.data.body, sender, handlers);
}

async function answer<N extends MessageName>(
  name: N,
  raw: unknown,
  sender: Sender,
  handlers: Handlers,
): Promise<Reply<unknown>> {
  const body = contract[name].in.safeParse(raw);
  if (!body.success) return { ok: false, error: `malformed ${name}` };
  try {
    const value = await handlers[name](body.data as Parsed<N>, sender);
    // Parsed on the way out too: what the contract does not name cannot leave.
    return { ok: true, value: contract[name].out.parse(value) };
  } catch (error) {
    console.error(`peerside: ${name}`, error);
    return { ok: false, error: 'failed' };
  }
}

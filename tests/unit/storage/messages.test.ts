import fc from 'fast-check';
import { describe, expect, type Mock, test, vi } from 'vitest';
import {
  contract,
  type Handlers,
  isCalendarPage,
  receive,
  type Sender,
} from '../../../storage/message-contract.ts';

const OWN = 'peerside';
const page = {
  id: OWN,
  frameId: 0,
  origin: 'https://calendar.google.com',
  url: 'https://calendar.google.com/calendar/u/0/r/week',
  tab: { id: 7, windowId: 1 },
} as unknown as Sender;

const account = { email: 'diane.moreau@example.com', name: 'Diane Moreau' };
const event = {
  key: 'abc diane.moreau@example.com',
  seriesKey: 'abc diane.moreau@example.com',
  calendarId: 'diane.moreau@example.com',
  title: 'Diane / Steve',
  day: '2026-11-19',
  drawn: null,
  guests: null,
  guestsComplete: false,
};

/** Handlers that answer with far more than they may say. */
function leaky() {
  const secret = { note: 'SECRET', text: 'SECRET' };
  const card = {
    kind: 'peers',
    names: ['Steve Tan'],
    lastMet: null,
    openPromises: 4,
    notes: ['SECRET'],
    ...secret,
  };
  return {
    hello: vi.fn(async () => ({ marks: true, ...secret })),
    spot: vi.fn(async () => [{ key: event.key, sure: true, ...secret }]),
    seen: vi.fn(async () => null),
    opened: vi.fn(async () => card),
    closed: vi.fn(async () => null),
    prepare: vi.fn(async () => ({ panel: true, ...secret })),
    choose: vi.fn(async () => card),
    ask: vi.fn(async () => card),
    add: vi.fn(async () => card),
    dismiss: vi.fn(async () => null),
  } as unknown as Handlers & { hello: Mock; opened: Mock; seen: Mock };
}

const bodies = {
  hello: { account },
  spot: { account, events: [event] },
  seen: {
    account,
    zone: true,
    view: 'WEEK',
    days: ['2026-11-19'],
    keys: [event.key],
    signs: 1,
    chips: 1,
    known: 1,
    titled: 1,
    dated: 1,
    timed: 0,
  },
  opened: { account, event, kind: 'bubble' },
  closed: { key: event.key },
  prepare: { account, event },
  choose: { account, event, personId: 'p1' },
  ask: { account, event },
  add: { account, event, email: 'a@b.c', name: 'A' },
  dismiss: { email: 'a@b.c' },
} satisfies Record<keyof typeof contract, unknown>;

test('the contract has these messages and none that could return what was written', () => {
  expect(Object.keys(contract).sort()).toEqual(Object.keys(bodies).sort());
});

test.each(Object.entries(bodies))(
  '%s: what is not in the contract cannot leave, even when a handler returns it',
  async (name, body) => {
    const reply = await receive({ peerside: name, body }, page, leaky(), OWN);
    expect(reply).toMatchObject({ ok: true });
    expect(JSON.stringify(reply)).not.toContain('SECRET');
  },
);

describe('a message is refused', () => {
  const wrong: [string, Partial<Record<keyof Sender, unknown>>][] = [
    ['from another extension', { id: 'another' }],
    ['from another site', { origin: 'https://evil.example', url: 'https://evil.example/' }],
    ['from a site whose name only starts alike', { origin: 'https://calendar.google.com.evil.example' }],
    ['from plain http', { origin: 'http://calendar.google.com' }],
    ['from a frame inside the page', { frameId: 3 }],
    ['from no tab', { tab: undefined }],
    ['from an opaque origin', { origin: 'null' }],
  ];
  test.each(wrong)('%s', async (_, difference) => {
    const handlers = leaky();
    const sender = { ...page, ...difference } as Sender;
    expect(isCalendarPage(sender, OWN)).toBe(false);
    expect(await receive({ peerside: 'hello', body: { account } }, sender, handlers, OWN)).toMatchObject({
      ok: false,
    });
    expect(handlers.hello).not.toHaveBeenCalled();
  });

  test.each([
    ['a title beyond its bound', { account, kind: 'page', event: { ...event, title: 'x'.repeat(1_001) } }],
    [
      'more guests than there may be',
      { account, kind: 'page', event: { ...event, guests: Array(501).fill({ email: 'a@b.c', name: null }) } },
    ],
    ['a field missing', { account, kind: 'page', event: { ...event, key: undefined } }],
    ['a day that is none', { account, kind: 'page', event: { ...event, day: 'tomorrow' } }],
    [
      'a place that is none',
      { account, kind: 'page', event: { ...event, drawn: { zone: 'UTC', from: 'noon' } } },
    ],
    ['a surface that is none', { account, event, kind: 'hovercard' }],
    ['no body', undefined],
  ])('%s', async (_, body) => {
    const handlers = leaky();
    expect(await receive({ peerside: 'opened', body }, page, handlers, OWN)).toEqual({
      ok: false,
      error: 'malformed opened',
    });
    expect(handlers.opened).not.toHaveBeenCalled();
  });
});

test('control and bidi-override characters of the page do not reach a handler', async () => {
  const handlers = leaky();
  const hostile = {
    ...event,
    title: 'Diane \u202e/ \u0007Steve',
    guests: [{ email: 'a\u200b@b.c', name: 'Mal\u2066lory' }],
  };
  await receive(
    { peerside: 'opened', body: { account, event: hostile, kind: 'bubble' } },
    page,
    handlers,
    OWN,
  );
  expect(handlers.opened.mock.lastCall?.[0].event).toMatchObject({
    title: 'Diane / Steve',
    guests: [{ email: 'a@b.c', name: 'Mallory' }],
  });
});

test('the time of an event is reckoned on its way in, from where it was drawn', async () => {
  const handlers = leaky();
  const drawn = { zone: 'Europe/Lisbon', from: 841, to: 899 };
  await receive(
    { peerside: 'opened', body: { account, event: { ...event, drawn }, kind: 'bubble' } },
    page,
    handlers,
    OWN,
  );
  const { event: arrived } = handlers.opened.mock.lastCall?.[0] ?? {};
  expect(arrived).toMatchObject({ start: '2026-11-19T14:00:00.000Z', end: '2026-11-19T15:00:00.000Z' });
  expect(arrived).not.toHaveProperty('drawn');
});

test.each([
  ['WEEK', 'WEEK'],
  ['diane@example.com', 'OTHER'],
  ['', 'OTHER'],
])('the view %j arrives as %s', async (view, arrives) => {
  const handlers = leaky();
  const reply = await receive({ peerside: 'seen', body: { ...bodies.seen, view } }, page, handlers, OWN);
  expect(reply).toEqual({ ok: true, value: null });
  expect(handlers.seen.mock.lastCall?.[0].view).toBe(arrives);
});

test.each([
  ['a count that is text', { chips: 'Steve' }],
  ['a count below nothing', { signs: -1 }],
  ['a day that is none', { days: ['today'] }],
  ['more days than a view has', { days: Array(101).fill('2026-11-19') }],
  ['more events than one message may hold', { keys: Array(1_001).fill('a b@c') }],
  ['no account', { account: undefined }],
])('a view with %s is refused', async (_, wrong) => {
  const handlers = leaky();
  const body = { ...bodies.seen, ...wrong };
  expect(await receive({ peerside: 'seen', body }, page, handlers, OWN)).toMatchObject({ ok: false });
  expect(handlers.seen).not.toHaveBeenCalled();
});

test('a message of nobody we know is left to other listeners', () => {
  for (const name of ['readNotes', 'export', '__proto__', 'constructor', 'toString', '']) {
    expect(receive({ peerside: name, body: {} }, page, leaky(), OWN)).toBeUndefined();
  }
});

test('a handler that throws is answered, not thrown', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const handlers = {
    ...leaky(),
    hello: async () => Promise.reject(new Error('SECRET')),
  } as unknown as Handlers;
  expect(await receive({ peerside: 'hello', body: { account } }, page, handlers, OWN)).toEqual({
    ok: false,
    error: 'failed',
  });
  quiet.mockRestore();
});

test('whatever arrives, nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.constantFrom(...Object.keys(bodies)), async (body, name) => {
      const direct = receive(body, page, leaky(), OWN);
      const named = receive({ peerside: name, body }, page, leaky(), OWN);
      expect(await direct).not.toBeNull();
      expect((await named)?.ok).toBeTypeOf('boolean');
    }),
  );
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followOpenEvent } from '../../../entrypoints/calendar.content/open-event.ts';
import type { OpenEvent } from '../../../entrypoints/calendar.content/reader/bubble.ts';
import type { PageEvent } from '../../../prep/calendar-event.ts';
import type { Card } from '../../../storage/messages.ts';

const peers: Card = { kind: 'peers', names: ['Ana'], lastMet: null, openPromises: 0 };
const ana = { email: 'ana@example.com', name: 'Ana' };

let stop: AbortController;
let page: OpenEvent | undefined;
let log: string[];
let card: Card;
let isDown: boolean;
let open: ReturnType<typeof followOpenEvent>;

function event(key: string, guests: PageEvent['guests'] = null): PageEvent {
  const times = { day: null, drawn: null };
  return {
    key,
    seriesKey: key,
    calendarId: 'me@gmail.com',
    title: key,
    ...times,
    guests,
    guestsComplete: false,
  };
}

function shows(key: string, guests: PageEvent['guests'] = null, kind: OpenEvent['kind'] = 'bubble') {
  const element = page?.element ?? document.createElement('div');
  page = { kind, element, beside: element, event: event(key, guests) };
}

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  page = undefined;
  log = [];
  card = peers;
  isDown = false;
  open = followOpenEvent({
    read: () => page,
    complete: (found) => found,
    opened: async (found) => {
      log.push(`opened ${found.key}${found.guests ? ` with ${found.guests.length}` : ''}`);
      return isDown ? { ok: false, error: 'down' } : { ok: true, value: card };
    },
    closed: (key) => log.push(`closed ${key}`),
    learnt: () => {},
    card: {
      show: (_anchor, shown) => log.push(`card ${shown.kind}`),
      hide: () => log.at(-1) !== 'hide' && log.push('hide'),
    },
    signal: stop.signal,
  });
  open.look(false);
  log = [];
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

test('the first time: told when the guests are there, drawn when the bubble has come to rest', async () => {
  shows('a');
  open.look(true);
  await after(300);
  expect(log).toEqual(['hide']);
  shows('a', [ana]);
  open.look(true);
  await after(1);
  expect(log).toEqual(['hide', 'opened a with 1']);
  await after(400);
  open.look(true);
  await after(350);
  expect(log.at(-1)).toBe('opened a with 1');
  await after(60);
  expect(log.at(-1)).toBe('card peers');
});

test('without guests it is told once the bubble has come to rest', async () => {
  shows('a');
  open.look(true);
  await after(799);
  expect(log).toEqual(['hide']);
  await after(10);
  expect(log).toEqual(['hide', 'opened a', 'card peers']);
});

test('a bubble that never rests gets its card after four seconds', async () => {
  shows('a', [ana]);
  for (let time = 0; time < 3_900; time += 100) {
    open.look(true);
    await after(100);
  }
  expect(log.at(-1)).toBe('opened a with 1');
  await after(200);
  expect(log.at(-1)).toBe('card peers');
});

test('what was answered before is drawn before it is answered again, until people have changed', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  page = undefined;
  open.look(false);
  isDown = true;
  shows('a', [ana]);
  open.look(true);
  expect(log.slice(-2)).toEqual(['opened a with 1', 'card peers']);
  page = undefined;
  open.look(false);
  open.again();
  shows('a', [ana]);
  open.look(true);
  await after(1);
  expect(log.at(-1)).toBe('opened a with 1');
});

test('an answer that is another than before takes the place of what is drawn', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  page = undefined;
  open.look(false);
  card = { kind: 'unknown', email: ana.email, name: ana.name };
  shows('a', [ana]);
  open.look(true);
  await after(1);
  expect(log.slice(-3)).toEqual(['opened a with 1', 'card peers', 'card unknown']);
});

test('the second time it is drawn at once, and a card is drawn only once', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  page = undefined;
  open.look(false);
  await after(1_000);
  expect(log.slice(-2)).toEqual(['hide', 'closed a']);
  shows('a', [ana]);
  open.look(true);
  await after(1);
  expect(log.slice(-2)).toEqual(['opened a with 1', 'card peers']);
  open.look(true);
  open.look(false);
  await after(5_000);
  expect(log.filter((line) => line === 'card peers').length).toBe(2);
});

test('another event in the same bubble takes the card away in the same moment', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  shows('b', [ana]);
  open.look(true);
  expect(log.slice(3)).toEqual(['hide', 'opened b with 1']);
});

test('from event to event only the next is told; one that is closed before it was told, as closed', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  log = [];
  page = undefined;
  open.look(false);
  await after(100);
  shows('b', [ana]);
  open.look(true);
  await after(2_000);
  expect(log.filter((line) => /opened|closed/.test(line))).toEqual(['opened b with 1']);
  shows('c');
  open.look(true);
  page = undefined;
  open.look(false);
  await after(2_000);
  expect(log.filter((line) => /opened|closed/.test(line))).toEqual(['opened b with 1', 'closed b']);
});

test('a page that goes says at once what it closes, and once', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  open.close();
  expect(log.at(-1)).toBe('closed a');
  await after(2_000);
  expect(log.filter((line) => line === 'closed a')).toHaveLength(1);
});

test('an answer that comes after the bubble was closed draws nothing', async () => {
  for (const _time of ['first', 'second']) {
    shows('a', [ana]);
    open.look(true);
    page = undefined;
    open.look(false);
    await after(5_000);
  }
  expect(log).not.toContain('card peers');
});

test('a longer list of guests is told again', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  shows('a', [ana, { email: 'b@example.com', name: null }]);
  open.look(true);
  await after(2_000);
  expect(log.filter((line) => line.startsWith('opened'))).toEqual(['opened a with 1', 'opened a with 2']);
});

test('on the event page nothing is learnt from what may be unsaved', async () => {
  shows('a', [ana], 'page');
  open.look(true);
  await after(2_000);
  shows('a', [ana, { email: 'typed@example.com', name: null }], 'page');
  open.look(true);
  await after(2_000);
  expect(log.filter((line) => line.startsWith('opened'))).toEqual(['opened a with 1']);
});

test('a key on the event page before its guests are there: they may be typed', async () => {
  shows('a', null, 'page');
  open.look(true);
  open.touched(page!.element);
  shows('a', [ana], 'page');
  open.look(true);
  await after(2_000);
  expect(log.filter((line) => line.startsWith('opened'))).toEqual(['opened a']);
});

test('the answer to a press takes the place of the card; one for another event does not', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  open.answer(event('b'), { kind: 'none' });
  expect(log.at(-1)).toBe('card peers');
  open.answer(event('a'), { kind: 'none' });
  expect(log.at(-1)).toBe('card none');
});

test('without an answer it is told again, less and less often, and drawn once there is one', async () => {
  isDown = true;
  shows('a', [ana]);
  open.look(true);
  await after(60_000);
  const times = log.filter((line) => line === 'opened a with 1').length;
  expect(times).toBeGreaterThan(3);
  expect(times).toBeLessThan(10);
  expect(log).not.toContain('card peers');
  isDown = false;
  await after(60_000);
  expect(log.at(-1)).toBe('card peers');
  expect(log.filter((line) => line === 'opened a with 1').length).toBe(times + 1);
});

test('a closed event is not told again', async () => {
  isDown = true;
  shows('a', [ana]);
  open.look(true);
  await after(1);
  page = undefined;
  open.look(true);
  await after(60_000);
  expect(log.filter((line) => line.startsWith('opened')).length).toBe(1);
});

test('when people have changed the open event is told again', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(2_000);
  card = { kind: 'none' };
  open.again();
  await after(1);
  expect(log.slice(-2)).toEqual(['opened a with 1', 'card none']);
});

test('at the end the card goes, and nothing is told any more', async () => {
  shows('a', [ana]);
  open.look(true);
  await after(100);
  stop.abort();
  expect(log.at(-1)).toBe('hide');
  await after(5_000);
  open.look(true);
  expect(log.at(-1)).toBe('hide');
});

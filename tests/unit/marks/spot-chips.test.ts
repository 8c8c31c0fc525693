import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChips } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { spotChips } from '../../../entrypoints/calendar.content/spot-chips.ts';
import type { PageEvent } from '../../../prep/calendar-event.ts';
import type { Reply, Spotted } from '../../../storage/messages.ts';

const encode = (text: string) => btoa(text).replace(/=+$/, '');
const chip = (id: string, title: string) =>
  `<div data-eventchip data-eventid="${encode(`${id} me@m`)}" role="button" style="top: 60px; height: 46px"><div aria-hidden="true">${title}</div></div>`;

let stop: AbortController;
let asked: PageEvent[][];
let answer: (events: PageEvent[]) => Reply<Spotted[]>;
let delay: number;
let scale: { zone: string; hourHeight: number | undefined };
let chips: ReturnType<typeof spotChips>;

const marked = () =>
  findChips(document)
    .filter((each) => [...each.children].some((child) => child.shadowRoot))
    .map((each) => each.textContent);
const see = () => chips.see(findChips(document));
const rest = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  asked = [];
  delay = 0;
  scale = { zone: 'UTC', hourHeight: undefined };
  answer = (events) => ({
    ok: true,
    value: events.filter(({ title }) => title.includes('Ana')).map(({ key }) => ({ key, sure: true })),
  });
  document.body.innerHTML = `<div data-datekey="29043">${chip('a', 'With Ana')}${chip('b', 'Lunch')}</div>`;
  chips = spotChips({
    document,
    ask: async (events) => {
      asked.push(events);
      const said = answer(events);
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
      return said;
    },
    write: (change) => change(),
    scale: () => scale,
    signal: stop.signal,
  });
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

test('all new chips are asked about in one question, and those with peers are marked', async () => {
  see();
  see();
  expect(marked()).toEqual([]);
  await rest();
  expect(asked.map((events) => events.map(({ title }) => title))).toEqual([['With Ana', 'Lunch']]);
  expect(marked()).toEqual(['With Ana']);
});

test('what was asked about before is marked at once, and not asked about again', async () => {
  see();
  await rest();
  const html = document.body.innerHTML;
  document.body.innerHTML = '';
  document.body.innerHTML = html;
  see();
  expect(marked()).toEqual(['With Ana']);
  await rest();
  expect(asked.length).toBe(1);
});

test('that an event lasts whole days is remembered where a list does not show it; a time is not', async () => {
  const stacked = (id: string, inner: string) =>
    `<div data-eventchip data-eventid="${encode(`${id} me@m`)}" data-stacked-layout-chip-container><div role="button"><span aria-hidden="true">${inner}</span></div></div>`;
  document.body.innerHTML = `<div data-datekey="29043">${stacked('a', '<b>Ana on holiday</b>')}${stacked('b', '<i>2pm</i><b>Lunch</b>')}</div>`;
  see();
  await rest();
  document.body.innerHTML = `<div data-datekey="29044">${chip('a', 'Ana on holiday')}${chip('b', 'Lunch')}</div>`;
  see();
  chips.catchUp();
  await rest();
  expect(asked.map((events) => events.map(({ drawn }) => drawn))).toEqual([
    [{ zone: 'UTC' }, { zone: 'UTC', clock: '2pm' }],
    [{ zone: 'UTC' }, null],
  ]);
});

test('a node that is used for another event loses its mark in the same moment', async () => {
  see();
  await rest();
  const [first, second] = findChips(document);
  first!.setAttribute('data-eventid', encode('c me@m'));
  first!.querySelector('[aria-hidden]')!.textContent = 'Dentist';
  second!.setAttribute('data-eventid', encode('a me@m'));
  second!.querySelector('[aria-hidden]')!.textContent = 'With Ana';
  see();
  expect(marked()).toEqual(['With Ana']);
  expect([...first!.children].some((child) => child.shadowRoot)).toBe(false);
  await rest();
  expect(asked[1]?.map(({ title }) => title)).toEqual(['Dentist']);
});

test('the same event under another title is another question, once the view is at rest', async () => {
  see();
  await rest();
  findChips(document)[0]!.querySelector('[aria-hidden]')!.textContent = 'Dentist';
  see();
  await rest();
  expect(asked.length).toBe(1);
  chips.catchUp();
  await rest();
  expect(asked[1]?.map(({ title }) => title)).toEqual(['Dentist']);
  expect(marked()).toEqual([]);
});

test('once the columns are measured, events are asked about with their times', async () => {
  see();
  await rest();
  expect(asked[0]?.[0]?.drawn).toBeNull();
  scale = { zone: 'UTC', hourHeight: 60 };
  chips.readAll();
  await rest();
  expect(asked[1]?.[0]?.drawn).toEqual({ zone: 'UTC', from: 60, to: 108 });
  chips.readAll();
  await rest();
  expect(asked.length).toBe(2);
});

test('the guests of a bubble that was read are told with the chip of the same event, and only that', async () => {
  see();
  await rest();
  const event = asked[0]![1]!;
  const guests = [{ email: 'ana@example.com', name: 'Ana' }];
  chips.remember({ ...event, title: 'Lunch', guests, guestsComplete: true });
  await rest();
  expect(asked[1]).toEqual([{ ...event, guests, guestsComplete: true }]);
});

test('an event that its bubble shows to be declined is asked about as declined', async () => {
  see();
  await rest();
  const event = asked[0]![0]!;
  const guests = [{ email: 'ana@example.com', name: 'Ana' }];
  chips.remember({ ...event, guests, guestsComplete: true, declined: true });
  await rest();
  expect(asked[1]).toEqual([{ ...event, guests, guestsComplete: true, declined: true }]);
  chips.remember({ ...event, guests, guestsComplete: true });
  await rest();
  expect(asked[2]).toEqual([{ ...event, guests, guestsComplete: true }]);
});

test('asked anew, as when people have changed: the marks stay until the answer', async () => {
  see();
  await rest();
  answer = () => ({ ok: true, value: [] });
  chips.again();
  expect(marked()).toEqual(['With Ana']);
  await rest();
  expect(marked()).toEqual([]);
  expect(asked.length).toBe(2);
});

test('an answer to an older question than the last one does not count', async () => {
  delay = 500;
  see();
  await rest();
  answer = () => ({ ok: true, value: [] });
  delay = 10;
  chips.again();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(marked()).toEqual([]);
});

test('without an answer nothing is marked, and it is asked again with the next change', async () => {
  answer = () => ({ ok: false, error: 'gone' });
  see();
  await rest();
  expect(marked()).toEqual([]);
  answer = (events) => ({ ok: true, value: events.map(({ key }) => ({ key, sure: false })) });
  see();
  await rest();
  expect(marked()).toEqual(['With Ana', 'Lunch']);
});

test('more events than one question may hold are asked about in several', async () => {
  document.body.innerHTML = Array.from({ length: 1_001 }, (_, index) => chip(`e${index}`, `T${index}`)).join(
    '',
  );
  see();
  await rest();
  expect(asked.map(({ length }) => length)).toEqual([1_000, 1]);
});

test('at the end every mark is gone', async () => {
  see();
  await rest();
  expect(marked()).toEqual(['With Ana']);
  stop.abort();
  expect(marked()).toEqual([]);
});

test('no answer after the end brings a mark back', async () => {
  delay = 200;
  see();
  await rest();
  stop.abort();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(marked()).toEqual([]);
});

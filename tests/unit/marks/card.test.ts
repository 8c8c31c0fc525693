import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CardView, cardView } from '../../../entrypoints/calendar.content/marks/card.ts';
import type { Action } from '../../../entrypoints/calendar.content/marks/card-content.ts';
import type { Card } from '../../../storage/messages.ts';

const peers: Card = { kind: 'peers', names: ['Steve Tan'], lastMet: '2026-10-29', openPromises: 4 };
const which: Card = {
  kind: 'which',
  candidates: [
    { id: 'lima', name: 'Ana Lima' },
    { id: 'roth', name: 'Ana Roth' },
  ],
};
const unknown: Card = { kind: 'unknown', email: 'karin.holm@example.com', name: 'Karin Holm' };

let stop: AbortController;
let card: CardView;
let acted: Action[];
let isSeen: boolean;
let pressed: Element | null;

const host = () => [...document.documentElement.children].find((element) => element.shadowRoot);
const root = () => host()?.shadowRoot;
const buttons = () => [...(root()?.querySelectorAll('button') ?? [])];
const texts = () => ['strong', 'small', 'output'].map((part) => root()?.querySelector(part)?.textContent);
const bubble = () => document.querySelector('#bubble')!;
const show = (what: Card) => card.show({ kind: 'bubble', beside: bubble() }, what);

function press(button: Element | null, isTrusted = true): MouseEvent {
  pressed = button;
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  host()?.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-19T12:00:00Z'), toFake: ['Date'] });
  document.body.innerHTML =
    '<div role="dialog" tabindex="-1"><div id="bubble"><button id="one">1</button><button id="two">2</button></div></div>';
  stop = new AbortController();
  acted = [];
  isSeen = true;
  const eyes = { pressed: () => pressed, seen: () => isSeen };
  card = cardView(stop.signal, (action) => acted.push(action), eyes);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

test('nothing is in the page before there is something to say', () => {
  expect(host()).toBeUndefined();
  show({ kind: 'none' });
  expect(host()).toBeUndefined();
});

test.each([
  [peers, 'Steve Tan', 'Met 3 weeks ago, 4 promises open', ['Prepare']],
  [{ ...peers, openPromises: 1 }, 'Steve Tan', 'Met 3 weeks ago, 1 promise open', ['Prepare']],
  [{ ...peers, openPromises: 0 }, 'Steve Tan', 'Met 3 weeks ago', ['Prepare']],
  [{ ...peers, lastMet: null }, 'Steve Tan', 'No meeting noted yet, 4 promises open', ['Prepare']],
  [
    { ...peers, names: ['Ana Lima', 'Pedro Costa'], lastMet: null, openPromises: 0 },
    'Ana Lima and Pedro Costa',
    'No meeting noted yet',
    ['Prepare'],
  ],
  [
    { ...peers, chosen: true },
    'Steve Tan',
    'Met 3 weeks ago, 4 promises open',
    ['Prepare', 'Not Steve Tan?'],
  ],
  [which, 'Which Ana?', '2 peers fit', ['Ana Lima', 'Ana Roth']],
  [
    { ...which, candidates: [...which.candidates, { id: 'p', name: 'Pedro Costa' }] },
    'Who is this with?',
    '3 peers fit',
    ['Ana Lima', 'Ana Roth', 'Pedro Costa'],
  ],
  [
    { ...which, candidates: which.candidates.slice(0, 1) },
    'Who is this with?',
    'Named in the title of an all-day event',
    ['Ana Lima'],
  ],
  [unknown, 'Karin Holm', 'In a meeting of two', ['Add as peer', 'Do not offer Karin Holm again']],
] as [Card, string, string, string[]][])('%j', async (what, heading, below, names) => {
  show(what);
  expect(texts()).toEqual([heading, below, '']);
  expect(buttons().map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual(names);
  const { violations } = await axe.run(root()?.querySelector('section') as unknown as Node, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
});

test('each button asks for its own thing', () => {
  show(peers);
  press(buttons()[0]!);
  show(which);
  press(buttons()[1]!);
  show(unknown);
  press(buttons()[0]!);
  press(buttons()[1]!);
  press(root()!.querySelector('strong'));
  expect(acted).toEqual([
    { name: 'prepare' },
    { name: 'choose', body: { personId: 'roth' } },
    { name: 'add', body: { email: 'karin.holm@example.com', name: 'Karin Holm' } },
    { name: 'dismiss', body: { email: 'karin.holm@example.com' } },
  ]);
});

test('a press that no person made, or on a card that cannot be seen, does nothing', () => {
  show(peers);
  press(buttons()[0]!, false);
  isSeen = false;
  press(buttons()[0]!);
  expect(acted).toEqual([]);
});

test('a name is text, whatever is in it', () => {
  show({ ...peers, names: ['<img src=x onerror=alert(1)>'] });
  expect(texts()[0]).toBe('<img src=x onerror=alert(1)>');
  expect(root()?.querySelector('img')).toBeNull();
});

test('the page hears nothing of what happens on the card, but Escape', () => {
  const heard: string[] = [];
  const types = [
    'pointerdown',
    'mousedown',
    'touchstart',
    'click',
    'wheel',
    'focusin',
    'focusout',
    'keydown',
    'keyup',
  ];
  for (const type of types) {
    for (const target of [window, document]) {
      target.addEventListener(type, () => heard.push(type), { capture: true, signal: stop.signal });
    }
  }
  show(peers);
  for (const type of types) {
    const Kind = type.startsWith('key') ? KeyboardEvent : Event;
    host()?.dispatchEvent(new Kind(type, { bubbles: true, composed: true }));
  }
  expect(heard).toEqual([]);
  host()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  // And the bubble has the focus again.
  expect(heard.filter((type) => type === 'keydown').length).toBe(2);
  expect(document.activeElement).toBe(document.querySelector('[role=dialog]'));
  heard.length = 0;
  bubble().dispatchEvent(new Event('click', { bubbles: true }));
  expect(heard).toEqual(['click', 'click']);
});

test('a press on the card leaves the focus where it is', () => {
  show(peers);
  const event = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
  host()?.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
});

test('Tab goes from the bubble into the card and back, in both directions', () => {
  show(unknown);
  const tab = (from: Element, shiftKey = false) => {
    const event = new KeyboardEvent('keydown', {
      key: 'Tab',
      shiftKey,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    from.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const [add, dismiss] = buttons();
  const one = document.querySelector<HTMLElement>('#one')!;
  const two = document.querySelector<HTMLElement>('#two')!;
  one.focus();
  expect(tab(one)).toBe(false);
  two.focus();
  expect(tab(two)).toBe(true);
  expect(root()?.activeElement).toBe(add);
  tab(host()!);
  expect(root()?.activeElement).toBe(dismiss);
  tab(host()!, true);
  expect(root()?.activeElement).toBe(add);
  tab(host()!, true);
  expect(document.activeElement).toBe(two);
  one.focus();
  expect(tab(one, true)).toBe(true);
  expect(root()?.activeElement).toBe(dismiss);
});

test('a line can be said, and it goes with the next card', () => {
  show(peers);
  card.say('Open it with the keys');
  expect(texts()[2]).toBe('Open it with the keys');
  show(which);
  expect(texts()[2]).toBe('');
});

test('it is hidden with all that is ours, at once', () => {
  show(peers);
  card.hide();
  expect(host()).toBeUndefined();
  show(peers);
  stop.abort();
  expect(host()).toBeUndefined();
});

test('the host has no name, class, id or style that the page could look for', () => {
  show(peers);
  expect(host()?.getAttributeNames()).toEqual([]);
});

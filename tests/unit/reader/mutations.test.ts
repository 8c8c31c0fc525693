import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookOver } from '../../../entrypoints/calendar.content/look-over.ts';
import { readAccount, readZone } from '../../../entrypoints/calendar.content/reader/account.ts';
import { openBubble } from '../../../entrypoints/calendar.content/reader/bubble.ts';
import { chipAround, findChips, readChip } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { openEventPage } from '../../../entrypoints/calendar.content/reader/event-page.ts';
import { readPage } from '../../../entrypoints/calendar.content/reader/whole-page.ts';
import { type CalendarEvent, calendarEvent, pageEvent } from '../../../prep/calendar-event.ts';
import { timed } from '../../../prep/event-times.ts';
import { fold } from '../../../prep/fold.ts';
import { mailbox } from '../../../prep/mailbox.ts';
import { roster } from '../../../prep/roster.ts';
import { ownIdentity, spot, unknownOther } from '../../../prep/spot.ts';
import { sampleEvents } from '../../calendar-page/events.ts';
import {
  bubbleHtml,
  eventPageHtml,
  monthHtml,
  userInfoHtml,
  viewer,
  weekHtml,
} from '../../calendar-page/markup.ts';
import { aPerson } from '../../fixtures/records.ts';
import { portion } from '../../setup/portion.ts';

/* The pages: every fixture by hand, alone and two on one page, and two large ones of the stand-in. */

const fixtures = ['reader', 'saved-pages', 'surfaces'].flatMap((folder) =>
  readdirSync(`tests/fixtures/${folder}`)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(`tests/fixtures/${folder}/${name}`, 'utf8')),
);

const now = new Date('2026-11-19T13:48:00Z');
const zone = 'Europe/Lisbon';
const samples = sampleEvents(now, zone);
const people = samples.find((event) => event.title === 'Launch review')!;
const events = [people, ...samples.filter((_, index) => index % 4 === 0 && index < 24)];
const large = [weekHtml, monthHtml].map(
  (view) =>
    userInfoHtml(viewer, { now, zone }) +
    view(events, { now, zone }) +
    bubbleHtml(people, { now, zone }) +
    eventPageHtml(people, { now, zone }),
);

const peers = [
  aPerson({ id: 'steve', name: 'Steve Tan', emails: ['steve.tan@example.com', 'st.eve@gmail.com'] }),
  aPerson({ id: 'ana', name: 'Ana Lima', emails: ['ana.lima@example.com'], aliases: ['Aninhas'] }),
  aPerson({ id: 'ana2', name: 'Ana Roth', emails: ['ana.roth@example.com'] }),
  aPerson({ id: 'yamada', name: '山田太郎', emails: ['yamada@example.com'] }),
];

const mutation = fc.record({
  kind: fc.constantFrom('drop', 'empty', 'garble', 'text', 'move', 'unclass', 'twice'),
  at: fc.nat(),
  to: fc.nat(),
  text: fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '0',
      '99999999',
      '\u202e',
      'ttb_',
      '<b>',
      '1,024',
      'Ana',
      '山田さん',
      'st.e.ve+x@GMail.com',
    ),
  ),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 12 });

interface Mutation {
  kind: string;
  at: number;
  to: number;
  text: string;
}

function mutate(nodes: Element[], { kind, at, to, text }: Mutation) {
  const node = nodes[at % nodes.length]!;
  const names = node.getAttributeNames();
  const name = names[to % Math.max(1, names.length)];
  const other = nodes[to % nodes.length]!;
  if (kind === 'drop') node.remove();
  else if (kind === 'empty' && name) node.setAttribute(name, '');
  else if (kind === 'garble' && name) node.setAttribute(name, text);
  else if (kind === 'unclass') node.removeAttribute('class');
  else if (kind === 'text' && !node.firstElementChild) node.textContent = text;
  else if (kind === 'twice') other.append(node.cloneNode(true));
  else if (kind === 'move' && !node.contains(other) && !other.contains(node)) other.append(node);
}

const WHAT_IS_READ = '[data-email], [data-eventid], [data-datekey], #xUserInfo *, #xDetDlgAtt';

/** Each piece of a page as it is parsed, once. */
const parsed = new Map<string, HTMLElement>();

function draw(pieces: readonly string[]) {
  const copies = pieces.map((html) => {
    const part = parsed.get(html) ?? Object.assign(document.createElement('div'), { innerHTML: html });
    parsed.set(html, part);
    return part.cloneNode(true);
  });
  document.body.replaceChildren(...copies.flatMap((copy) => [...copy.childNodes]));
}

function mutatePage(pieces: readonly string[], changes: readonly Mutation[]) {
  draw(pieces);
  const all = [...document.body.querySelectorAll('*')];
  const parts = [...document.body.querySelectorAll(WHAT_IS_READ)];
  // What is read is mutated as often as all the rest.
  const times = Math.ceil(all.length / Math.max(1, parts.length));
  const nodes = [...all, ...Array(times).fill(parts).flat()] as Element[];
  if (nodes.length > 0) for (const change of changes) mutate(nodes, change);
  return nodes;
}

const addressesOf = (selector: string, name: string) =>
  [...document.querySelectorAll(selector)].map((row) => (row.getAttribute(name) ?? '').trim().toLowerCase());

/** Whether a person is on the page at all: by an address that is written or encoded somewhere, or by a word of a name. */
function isThere(personId: string, event: CalendarEvent): boolean {
  const person = peers.find(({ id }) => id === personId)!;
  const boxes = new Set([...addressesOf('[data-email]', 'data-email'), event.calendarId].map(mailbox));
  if (person.emails.some((email) => boxes.has(mailbox(email)))) return true;
  const values = [...document.querySelectorAll('input')].map(({ value }) => value);
  const attributes = addressesOf('[data-text]', 'data-text');
  const text = fold([document.body.textContent, ...values, ...attributes].join(' '));
  const words = [person.name, ...person.aliases, ...person.name.split(' ')].map(fold);
  return words.some((word) => text.includes(word)) || (personId === 'yamada' && text.includes('山田'));
}

function check(pieces: readonly string[], changes: Mutation[]) {
  const nodes = mutatePage(pieces, changes);
  const account = readAccount(document);
  const scale = { zone: readZone(document), hourHeight: 48 };
  for (const node of nodes.slice(0, 40)) chipAround(node);
  const open = [openBubble(document, () => true)?.event, openEventPage(document, () => true)?.event];
  const chips = findChips(document).map((chip) => readChip(chip, scale));
  const read = [...chips, ...open].filter((event) => event !== undefined);
  lookOver(document, (key) => read.find((event) => event.key === key));
  readPage(document);

  const there = new Set(addressesOf('[data-email]', 'data-email'));
  const text = (document.body.textContent ?? '').replace(/\s+/g, ' ');
  const labels = addressesOf('[aria-label]', 'aria-label').join(' ');
  if (account.email) expect(`${text.toLowerCase()} ${labels}`).toContain(account.email);
  for (const guest of open.flatMap((event) => event?.guests ?? [])) {
    expect(there.has(guest.email)).toBe(true);
    if (guest.name) expect(text).toContain(guest.name);
  }
  const known = roster(peers, ownIdentity({ ownEmails: [], ownName: '' }, account));
  for (const told of read) {
    expect(pageEvent.safeParse(told).success).toBe(true);
    const event = timed(told);
    expect(calendarEvent.safeParse(event).success).toBe(true);
    for (const personId of spot(event, known)?.personIds ?? []) expect(isThere(personId, event)).toBe(true);
    const other = unknownOther(event, known);
    if (other) expect(there.has(other.email)).toBe(true);
  }
}

/** In turns, as the DOM lets go of its nodes only between two of them. */
async function inTurns(
  runs: number,
  property: fc.IProperty<[pieces: readonly string[], changes: Mutation[]]>,
  perTurn: number,
) {
  for (let done = 0; done < runs; done += perTurn) {
    fc.assert(property, { numRuns: Math.min(perTurn, runs - done) });
    await new Promise((next) => setTimeout(next, 0));
  }
}

describe('whatever becomes of the page, nothing throws and nobody is named who is not there', () => {
  const small: fc.Arbitrary<readonly string[]> = fc.array(fc.constantFrom(...fixtures), {
    minLength: 1,
    maxLength: 2,
  });

  test('small pages of every surface', async () => {
    await inTurns(portion(20_000), fc.property(small, mutations, check), 100);
  }, 600_000);

  test('a week and a month with all that may stand open', async () => {
    await inTurns(
      portion(400),
      fc.property(
        fc.constantFrom(...large).map((page): readonly string[] => [page]),
        mutations,
        check,
      ),
      10,
    );
  }, 600_000);
});

test('a title of 100,000 characters and a list of 600 guests are bounded', () => {
  const guests = Array.from({ length: 600 }, (_, index) => ({ email: `g${index}@example.com` }));
  const event = { ...people, title: 'x'.repeat(100_000), guests };
  document.body.innerHTML = bubbleHtml(event, { now, zone });
  const read = openBubble(document, () => true)?.event;
  expect(read?.title.length).toBe(1_000);
  expect(read?.guests?.length).toBe(500);
  expect(read?.guestsComplete).toBe(false);
});

test('the elements that are asked for grow with the page and no faster', () => {
  const chip =
    '<p data-eventchip data-eventid="d2Vla2x5MSBhQGIuYw" role="button"><b aria-hidden="true">x</b></p>';
  const page = (chips: number) =>
    `<div role="grid"><div role="row"><h2 data-datekey="29043"></h2><div role="gridcell">${chip.repeat(chips)}</div></div></div>`;
  const asked = (html: string) => {
    document.body.innerHTML = html;
    let found = 0;
    const { querySelectorAll, querySelector } = Element.prototype;
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      const elements = querySelectorAll.call(this, selector);
      found += 1 + elements.length;
      return elements;
    } as typeof querySelectorAll;
    Element.prototype.querySelector = function (this: Element, selector: string) {
      found += 1;
      return querySelector.call(this, selector);
    } as typeof querySelector;
    const rows = new Map();
    try {
      for (const each of findChips(document)) readChip(each, { zone, hourHeight: 48 }, rows);
    } finally {
      Object.assign(Element.prototype, { querySelectorAll, querySelector });
    }
    return found;
  };
  const [few, many] = [asked(page(100)), asked(page(800))];
  expect(few).toBeGreaterThan(100);
  expect(many).toBeLessThan(few * 9);
});

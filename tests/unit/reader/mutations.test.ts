import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAccount, readZone } from '../../../entrypoints/calendar.content/reader/account.ts';
import { openBubble } from '../../../entrypoints/calendar.content/reader/bubble.ts';
import { chipAround, findChips, readChip } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { openEventPage } from '../../../entrypoints/calendar.content/reader/event-page.ts';
import { calendarEvent } from '../../../prep/calendar-event.ts';
import { sampleEvents } from '../../calendar-page/events.ts';
import {
  bubbleHtml,
  eventPageHtml,
  monthHtml,
  userInfoHtml,
  viewer,
  weekHtml,
} from '../../calendar-page/markup.ts';

const now = new Date('2026-11-19T13:48:00Z');
const zone = 'Europe/Lisbon';
const samples = sampleEvents(now, zone);
const people = samples.find((event) => event.title === 'Launch review')!;
// A few of each kind: the pages are parsed anew for each run.
const events = [people, ...samples.filter((_, index) => index % 4 === 0 && index < 24)];

const pages = [weekHtml, monthHtml].map(
  (view) =>
    userInfoHtml(viewer, { now, zone }) +
    view(events, { now, zone }) +
    bubbleHtml(people, { now, zone }) +
    eventPageHtml(people, { now, zone }),
);

const WHAT_IS_READ = '[data-email], [data-eventid], [data-datekey], #xUserInfo *, #xDetDlgAtt';

const mutation = fc.record({
  kind: fc.constantFrom('drop', 'empty', 'garble', 'text', 'move', 'unclass'),
  at: fc.nat(),
  to: fc.nat(),
  text: fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('0', '99999999', '\u202e', 'ttb_', '<b>', '1,024'),
  ),
});

function mutate(
  nodes: Element[],
  { kind, at, to, text }: { kind: string; at: number; to: number; text: string },
) {
  const node = nodes[at % nodes.length]!;
  const names = node.getAttributeNames();
  const name = names[to % Math.max(1, names.length)];
  const other = nodes[to % nodes.length]!;
  if (kind === 'drop') node.remove();
  else if (kind === 'empty' && name) node.setAttribute(name, '');
  else if (kind === 'garble' && name) node.setAttribute(name, text);
  else if (kind === 'unclass') node.removeAttribute('class');
  else if (kind === 'text' && !node.firstElementChild) node.textContent = text;
  else if (kind === 'move' && !node.contains(other) && !other.contains(node)) other.append(node);
}

test('whatever becomes of the page: nothing throws, and nobody is named who is not there', () => {
  fc.assert(
    fc.property(fc.nat(1), fc.array(mutation, { minLength: 1, maxLength: 12 }), (page, mutations) => {
      document.body.innerHTML = pages[page]!;
      const all = [...document.body.querySelectorAll('*')];
      const parts = [...document.body.querySelectorAll(WHAT_IS_READ)];
      // What is read is mutated as often as all the rest.
      const times = Math.ceil(all.length / parts.length);
      const nodes = [...all, ...Array(times).fill(parts).flat()] as Element[];
      for (const each of mutations) mutate(nodes, each);
      const account = readAccount(document);
      const scale = { zone: readZone(document), hourHeight: 48 };
      const chips = findChips(document);
      for (const node of nodes.slice(0, 40)) chipAround(node);
      const open = [openBubble(document, () => true)?.event, openEventPage(document, () => true)?.event];
      const read = [...chips.map((chip) => readChip(chip, scale)), ...open].filter(
        (event) => event !== undefined,
      );
      for (const event of read) expect(calendarEvent.safeParse(event).success).toBe(true);
      const there = new Set(
        [...document.querySelectorAll('[data-email]')].map((row) =>
          row.getAttribute('data-email')?.trim().toLowerCase(),
        ),
      );
      const text = document.body.textContent ?? '';
      if (account.email) expect(document.body.innerHTML.toLowerCase()).toContain(account.email);
      for (const guest of open.flatMap((event) => event?.guests ?? [])) {
        expect(there.has(guest.email)).toBe(true);
        if (guest.name) expect(text.replace(/\s+/g, ' ')).toContain(guest.name);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a title of 100,000 characters and a list of 600 guests are bounded', () => {
  const guests = Array.from({ length: 600 }, (_, index) => ({ email: `g${index}@example.com` }));
  const event = { ...people, title: 'x'.repeat(100_000), guests };
  document.body.innerHTML = bubbleHtml(event, { now, zone });
  const read = openBubble(document, () => true)?.event;
  expect(read?.title.length).toBe(1_000);
  expect(read?.guests?.length).toBe(500);
  expect(read?.guestsComplete).toBe(false);
});

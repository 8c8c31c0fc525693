import type { Account, PageEvent } from '../../../prep/calendar-event.ts';
import { timed } from '../../../prep/event-times.ts';
import { numbers } from '../../../prep/numbers.ts';
import { TITLE_MAX } from '../../../prep/page-bounds.ts';
import { pageText } from '../../../prep/page-text.ts';
import { readAccount, readZone } from './account.ts';
import { openBubble } from './bubble.ts';
import { chipDay, type RowDays } from './chip-day.ts';
import { chipTitle, isStacked, visiblePart } from './chip-title.ts';
import { findChips, readChip } from './chips.ts';
import { dayOf } from './day-key.ts';
import { decodeEventId, isKnownId } from './event-id.ts';
import { openEventPage } from './event-page.ts';
import { readGuests } from './guests.ts';
import {
  all,
  BUBBLE,
  CELL,
  EVENT_PAGE,
  first,
  GRID,
  GUEST,
  MORE,
  ORGANIZER,
  ROW,
  SIGN,
  SURFACE,
} from './selectors.ts';
import { pageAddress, textLeaves } from './text.ts';
import { readView } from './view.ts';

/*
 * Everything the reader makes of a saved page, for `npm run read`: the same functions that the content script
 * runs, and beside them what only a person who looks into a change of Google's page wants to know. It is not
 * in the content script. An unknown value is null.
 */

type Kind = 'event' | 'task' | 'skip';

/** What an id says by itself; `tasks_rollover_view`, birthdays and whatever does not decode are skipped. */
function idOf(raw: string | null) {
  const id = decodeEventId(raw);
  const isTask = id?.kind === 'task' || (/^tasks[_.]/.test(raw ?? '') && raw !== 'tasks_rollover_view');
  const kind: Kind = isTask ? 'task' : id ? 'event' : 'skip';
  return {
    kind,
    eventId: id?.eventId ?? null,
    instance: id?.instance ?? null,
    calendarId: id?.calendarId ?? null,
  };
}

function keyOfDay(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return ((year - 1970) << 9) | (month << 5) | date;
}

/** The place of a chip's cell: among the rows that have cells, and among the cells of its row. */
function place(chip: Element): { row: number | null; col: number | null } {
  const cell = chip.closest(CELL[0]);
  const row = cell?.closest(ROW[0]);
  if (!cell || !row) return { row: null, col: null };
  // A saved part of a page may begin at a row.
  const rows = all(row.closest(GRID[0]) ?? row.ownerDocument, ROW).filter((one) => first(one, CELL));
  return { row: rows.indexOf(row), col: all(row, CELL).indexOf(cell) };
}

/** All-day by what is drawn: no time before the title in a stack. In a column nothing is. */
function isAllDay(chip: Element): boolean | null {
  const visible = visiblePart(chip);
  if (!visible) return null;
  return isStacked(chip) && textLeaves(visible).length < 2;
}

type Scale = Parameters<typeof readChip>[1];

function chipOf(chip: Element, scale: Scale, rows: RowDays) {
  const raw = chip.getAttribute('data-eventid');
  const id = idOf(raw);
  const day = chipDay(chip, rows);
  const read = readChip(chip, scale, rows);
  const event = read && timed(read);
  return {
    ...place(chip),
    dateKey: day && keyOfDay(day),
    day,
    start: event?.start ?? null,
    end: event?.end ?? null,
    dataEventId: raw,
    ...id,
    title: pageText(chipTitle(chip), TITLE_MAX) || null,
    allDay: id.kind === 'skip' ? null : isAllDay(chip),
  };
}

function openOf(element: Element, event: PageEvent) {
  const organizerEmail = pageAddress(first(element, ORGANIZER)?.getAttribute('data-email')) ?? null;
  const rows = new Set(all(element, GUEST).map((row) => pageAddress(row.getAttribute('data-email'))));
  return {
    ...idOf(element.getAttribute('data-eventid')),
    title: pageText(event.title, TITLE_MAX) || null,
    day: event.day,
    guests:
      event.guests?.map(({ email, name }) => ({
        email,
        name: name && pageText(name, 200),
        organizer: email === organizerEmail,
      })) ?? null,
    organizerEmail,
    guestCount: readGuests(element).total,
    guestRows: rows.size,
    complete: event.guestsComplete,
  };
}

/** Saved pages have no layout: hidden is what says so itself. */
function shown(element: Element): boolean {
  return !element.closest('[hidden],[style*="display: none"],[style*="display:none"]');
}

function hiddenBehind(document: Document) {
  return all(document, MORE).map((button) => ({
    day: dayOf(button.closest('[data-datekey]')) ?? null,
    hidden: numbers(button.getAttribute('aria-label') ?? button.textContent ?? '')[0] ?? null,
  }));
}

/** What a whole page tells, and every event on it as the content script would ask about it. */
export function readPage(document: Document) {
  const account: Account = readAccount(document);
  const zone = readZone(document) ?? null;
  const { name, drawn, days } = readView(document);
  const scale: Scale = { zone: zone ?? undefined, hourHeight: hourHeight(document) };
  const rows: RowDays = new Map();
  const found = findChips(document);
  const chips = found.map((chip) => chipOf(chip, scale, rows));
  const bubble = openBubble(document, shown);
  const page = openEventPage(document, shown);
  const view = {
    name: name || null,
    range: drawn.length > 0 ? { first: drawn[0], last: drawn.at(-1) } : null,
    wholeDays: days.length,
    more: hiddenBehind(document),
  };
  const of = (kind: Kind) => chips.filter((chip) => chip.kind === kind);
  const events = of('event');
  const counts = {
    chips: chips.length,
    event: events.length,
    task: of('task').length,
    skip: of('skip').length,
    allDayEvents: events.filter(({ allDay }) => allDay).length,
    recurringInstances: events.filter(({ instance }) => instance).length,
    hiddenBehindMore: view.more.reduce((sum, { hidden }) => sum + (hidden ?? 0), 0),
  };
  const missing = [
    ['account', account.email === null],
    ['zone', zone === null],
    ['view', view.name === null],
    [
      'events that are drawn',
      all(document, SIGN).length >
        found.filter((chip) => isKnownId(chip.getAttribute('data-eventid'))).length,
    ],
    ['day of an event', events.some(({ day }) => !day)],
    ['start of an event', events.some(({ start, allDay }) => !start && !allDay)],
    ['title of an event', events.some(({ title }) => !title)],
    ['bubble', !bubble && all(document, BUBBLE).some(shown)],
    ['event page', !page && all(document, EVENT_PAGE).some(shown)],
    ['guests', [bubble, page].some((open) => open && !open.event.guests)],
    ['whole list of guests', bubble?.event.guestsComplete === false],
  ] as const;
  return {
    found: {
      account,
      view: found.length > 0 || view.name || view.range ? view : null,
      chips: found.length > 0 ? chips : null,
      bubble: bubble ? openOf(bubble.element, bubble.event) : null,
      eventPage: page ? openOf(page.element, page.event) : null,
      report: {
        zone,
        counts,
        surfaces: all(document, SURFACE).length,
        missing: missing.flatMap(([what, isMissing]) => (isMissing ? [what] : [])),
      },
    },
    events: {
      chips: found.flatMap((chip) => readChip(chip, scale, rows) ?? []).map(timed),
      bubble: bubble && timed(bubble.event),
      eventPage: page && timed(page.event),
    },
  };
}

/** Pixels of an hour as the columns' own style says; the content script asks the browser instead. */
function hourHeight(document: Document): number | undefined {
  for (const column of document.querySelectorAll<HTMLElement>('[data-column-index]')) {
    const pixels = Number.parseFloat(column.style.height) / 24;
    if (pixels >= 10) return pixels;
  }
  return undefined;
}

import type { StandInEvent } from '../events.ts';
import { daysOf } from './describe.ts';
import { dataEventId } from './event-id.ts';
import { guestTree } from './guests.ts';
import { attributes, escapeHtml } from './html.ts';
import { type MarkupOptions, type Setting, settle } from './setting.ts';
import { dayText, timeText } from './speak.ts';

/** How to draw an event's page. */
export interface EventPageOptions extends MarkupOptions {
  /** False while the guests' rows have not arrived. */
  rows?: boolean;
  /** A new event, not saved yet. */
  create?: boolean;
}

function field(id: string, value: string, extra: Record<string, string | undefined> = {}): string {
  return `<input type="text"${attributes({ id, value, 'data-initial-value': value, ...extra })}>`;
}

function dates(event: StandInEvent, setting: Setting): string {
  const { first, last } = daysOf(event, setting);
  const ical = (day: string) => ({
    'data-date': day.replaceAll('-', ''),
    'data-ical': day.replaceAll('-', ''),
  });
  const time = (id: string, instant: string) => (event.allDay ? '' : field(id, timeText(instant, setting)));
  return (
    `<div id="xDaRaSel">${field('xStDaIn', dayText(first, setting), ical(first))}${time('xStTiIn', event.start)}` +
    `<span>–</span>${time('xEnTiIn', event.end)}${field('xEnDaIn', dayText(last, setting), ical(last))}` +
    `<label><input type="checkbox" id="xAlDaCbx"${event.allDay ? ' checked' : ''}>${escapeHtml(setting.words.allDay)}</label></div>`
  );
}

function details(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  return (
    `<div role="tabpanel" aria-labelledby="tabEventDetails" class="editDetails">` +
    `<div id="xLocIn"><input role="combobox" aria-expanded="false"${attributes({ value: event.location ?? '' })}></div>` +
    `<div id="xNtList"><div>${escapeHtml(words.notifications)}</div></div>` +
    `<div id="xCalOwn">${escapeHtml(event.calendarName ?? setting.account.name)}</div>` +
    `<div id="xDescIn"><div role="textbox" contenteditable="true"${attributes({ 'aria-label': words.description })}>` +
    `${escapeHtml(event.description ?? '')}</div></div></div>`
  );
}

function guests(event: StandInEvent, setting: Setting, rows: boolean): string {
  const { words } = setting;
  return (
    `<div id="xGstTab" role="tabpanel"${attributes({ 'aria-label': words.guestList })}>` +
    `<input id="xGstIn" type="text"${attributes({ 'aria-label': words.addGuests, placeholder: words.addGuests })}>` +
    `<div id="xGstLst">${guestTree(event, setting, words.guestList, rows)}</div></div>`
  );
}

/** What `#YPCqFe` holds: the form of an existing event, or of a new one. */
export function eventPageHtml(event: StandInEvent, options: EventPageOptions = {}): string {
  const setting = settle(options);
  const { words } = setting;
  const create = options.create ?? false;
  return (
    `<div role="main"><div class="editForm"${attributes({
      'data-is-create': create,
      'data-eventid': create ? '' : dataEventId(event),
    })}><div class="editTop"><button id="xCancelBu"${attributes({ 'aria-label': words.close })}>✕</button>` +
    `<input id="xTiIn" type="text"${attributes({ 'aria-label': words.title, placeholder: words.title, value: event.title })}>` +
    `<button id="xSaveBu" jsname="x8hlje">${escapeHtml(words.save)}</button></div>${dates(event, setting)}` +
    `<div role="tablist"><button role="tab" id="tabEventDetails">${escapeHtml(words.description)}</button>` +
    `<button role="tab" id="tabGuests">${escapeHtml(words.guestList)}</button></div>` +
    `<div class="editColumns">${details(event, setting)}${guests(event, setting, options.rows ?? true)}</div></div></div>`
  );
}

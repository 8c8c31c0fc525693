import type { StandInEvent } from '../events.ts';
import { addDays, dayKey, daysFrom } from './days.ts';
import { daysOf, describe, shownTitle } from './describe.ts';
import { dataEventId } from './event-id.ts';
import { attributes, escapeHtml } from './html.ts';
import { type MarkupOptions, type Setting, settle } from './setting.ts';
import { dayText, spanText } from './speak.ts';

const DAYS = 14;

function row(event: StandInEvent, setting: Setting): string {
  const time = event.allDay ? setting.words.allDay : spanText(event, setting);
  return (
    `<div role="presentation" class="agendaRow"${attributes({
      'data-eventchip': '',
      'data-opens-details': 'true',
      'data-eventid': dataEventId(event),
    })}><span class="VlNR9e" style="border-color: ${event.color ?? 'rgb(3, 115, 168)'};"></span>` +
    `<span aria-hidden="true" class="agendaTime">${escapeHtml(time)}</span><div role="gridcell">` +
    `<span role="button" tabindex="0"${attributes({ 'aria-label': describe(event, setting) })}>` +
    `<span aria-hidden="true">${escapeHtml(shownTitle(event, setting))}</span></span></div></div>`
  );
}

function group(day: string, events: readonly StandInEvent[], setting: Setting): string {
  const ofDay = events.filter((event) => {
    const { first, last } = daysOf(event, setting);
    return first <= day && last >= day;
  });
  if (ofDay.length === 0) return '';
  const rows = [...ofDay].sort((a, b) => a.start.localeCompare(b.start)).map((event) => row(event, setting));
  return (
    `<div role="rowgroup" class="agendaDay"${attributes({ 'data-datekey': dayKey(day) })}>` +
    `<h2>${escapeHtml(dayText(day, setting, 'long'))}</h2>${rows.join('')}</div>`
  );
}

/** What a search found, as a list of days from two weeks before `options.day` on; no range, as there is none. */
export function searchHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  const found = events.filter(({ title }) => title.includes('/'));
  const groups = daysFrom(addDays(setting.day, -14), 3 * DAYS).map((day) => group(day, found, setting));
  return `<div role="grid" class="agenda">${groups.join('')}</div>`;
}

/** Two weeks as a list, from `options.day` on: rows whose title cell says everything in its label. */
export function scheduleHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  const groups = daysFrom(setting.day, DAYS).map((day) => group(day, events, setting));
  return `<div role="grid" class="agenda"${attributes({
    'data-start-date-key': dayKey(setting.day),
    'data-end-date-key': dayKey(addDays(setting.day, DAYS - 1)),
  })}>${groups.join('')}</div>`;
}

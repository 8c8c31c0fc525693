import type { StandInEvent } from '../events.ts';
import { addDays, addMonths, dayKey, daysBetween, daysFrom, mondayOf, monthStart } from './days.ts';
import { attributes, escapeHtml } from './html.ts';
import { cellsHtml } from './row.ts';
import { type MarkupOptions, type Setting, settle } from './setting.ts';
import { dayPart, digits } from './speak.ts';

function weekday(day: string, setting: Setting): string {
  return (
    `<div role="columnheader" tabindex="0" class="w6FdBf"><span class="XuJrye">` +
    `${escapeHtml(dayPart(day, setting, { weekday: 'long' }))}</span><span aria-hidden="true" class="EeuFAf">` +
    `${escapeHtml(dayPart(day, setting, { weekday: 'short' }))}</span></div>`
  );
}

function dateHead(day: string, setting: Setting): string {
  const number = digits(Number(day.slice(8)), setting);
  const text = day.endsWith('-01') ? dayPart(day, setting, { month: 'short', day: 'numeric' }) : number;
  const today = day === setting.today ? ' F262Ye' : '';
  return (
    `<div class="RCXPcd${today}"><h2 aria-hidden="true" jsname="KpB2Ud" data-dragsource-ignore="true"` +
    `${attributes({ 'data-datekey': dayKey(day), class: 'w48V4c ubOFEd' })}>${escapeHtml(text)}</h2></div>`
  );
}

function weekRow(first: string, events: readonly StandInEvent[], setting: Setting): string {
  const days = daysFrom(first, 7);
  const backs = days.map(
    (day) =>
      `<div class="MGaLHf" jsname="LF4U9b" data-dragsource-type="8"${attributes({ 'data-datekey': dayKey(day) })}></div>`,
  );
  return (
    `<div role="row" class="FLFkR"><div aria-hidden="true" jsname="GkYald" class="sLvTye">${backs.join('')}</div>` +
    `<div aria-hidden="true" class="umyEjb">${days.map((day) => dateHead(day, setting)).join('')}</div>` +
    `<div class="T3BIT"><div role="presentation" data-dragsource-type="8" class="PTdDEc">` +
    `${cellsHtml(days, events, setting.chipRows, setting)}</div></div></div>`
  );
}

/** The grid of the month of `options.day`: whole weeks, Monday first, chips without a day of their own. */
export function monthHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  const first = mondayOf(monthStart(setting.day));
  const end = addDays(addMonths(setting.day, 1), -1);
  const weeks = Math.ceil((daysBetween(first, end) + 1) / 7);
  const starts = Array.from({ length: weeks }, (_, index) => addDays(first, index * 7));
  return (
    `<div role="grid" aria-readonly="true" jsname="KZOukd" data-is-column-view-context="false" class="RAaXne nfCJAf"` +
    `${attributes({
      'data-start-date-key': dayKey(first),
      'data-end-date-key': dayKey(addDays(first, weeks * 7 - 1)),
      'data-chip-rows': setting.chipRows,
    })}><div role="row" class="wuX2hf">${daysFrom(first, 7)
      .map((day) => weekday(day, setting))
      .join('')}</div>` +
    `<div role="presentation" class="kbf0gd">${starts.map((start) => weekRow(start, events, setting)).join('')}</div></div>`
  );
}

import type { StandInEvent } from '../events.ts';
import { timedChip } from './chip.ts';
import { dayKey, daysFrom, mondayOf } from './days.ts';
import { base64 } from './event-id.ts';
import { attributes, escapeHtml } from './html.ts';
import { sideBySide } from './lanes.ts';
import { cellsHtml, rowDepth } from './row.ts';
import { type MarkupOptions, type Setting, settle } from './setting.ts';
import { dayHead, dayPart, dayText, digits } from './speak.ts';
import { localTime } from './zone.ts';

const SHORTEST = 20;

function isLong(event: StandInEvent): boolean {
  return Boolean(event.allDay) || Date.parse(event.end) - Date.parse(event.start) >= 86_400_000;
}

function stretchOn(
  day: string,
  event: StandInEvent,
  { zone }: Setting,
): { from: number; to: number } | undefined {
  const start = localTime(event.start, zone);
  const end = localTime(event.end, zone);
  if (start.day > day || end.day < day || (end.day === day && end.minutes === 0 && start.day < day))
    return undefined;
  return { from: start.day < day ? 0 : start.minutes, to: end.day > day ? 1440 : end.minutes };
}

function column(day: string, index: number, events: readonly StandInEvent[], setting: Setting): string {
  const stretches = events.flatMap((event) => {
    const stretch = stretchOn(day, event, setting);
    return stretch ? [{ event, from: stretch.from, to: Math.max(stretch.to, stretch.from + SHORTEST) }] : [];
  });
  const pixels = (minutes: number) => Math.round((minutes * setting.hourHeight) / 60);
  const chips = sideBySide(stretches).map(({ event, from, to, lane, lanes }) =>
    timedChip(event, { top: pixels(from), height: pixels(to - from) - 2, lane, lanes }, setting),
  );
  return (
    `<div role="gridcell" tabindex="0" jsname="RjPD4e" class="BiKU4b"${attributes({
      'aria-labelledby': `tsc-${index}`,
      'data-column-index': index,
      'data-datekey': dayKey(day),
      'data-principal-ids': base64(setting.account.email),
      style: `height: ${setting.hourHeight * 24}px`,
    })}><h2 class="XuJrye" id="tsc-${index}">${escapeHtml(dayHead(day, stretches.length, setting))}</h2>` +
    `<div role="presentation" class="pZxOvc">${chips.join('')}</div></div>`
  );
}

function header(day: string, setting: Setting): string {
  const key = dayKey(day);
  const today = day === setting.today ? ' F262Ye' : '';
  const label = today
    ? `${dayText(day, setting, 'long')}${setting.words.comma}${setting.words.today}`
    : dayText(day, setting, 'long');
  return (
    `<div role="columnheader" class="yzWBv${today}"><h2 class="hI2jVc"><div class="sVASAd" aria-hidden="true">` +
    `${escapeHtml(dayPart(day, setting, { weekday: 'short' }))}</div>` +
    `<button${attributes({ class: 'nSCxEf', 'data-datekey': key, 'aria-label': label })}>` +
    `${escapeHtml(digits(Number(day.slice(8)), setting))}</button></h2></div>`
  );
}

function hours(setting: Setting): string {
  const labels = Array.from({ length: 23 }, (_, index) => {
    const hour = new Date(Date.UTC(2026, 0, 1, index + 1));
    const text = new Intl.DateTimeFormat(setting.words.locale, { hour: 'numeric', timeZone: 'UTC' }).format(
      hour,
    );
    return `<span class="fqSCMc" style="top: ${(index + 1) * setting.hourHeight}px">${escapeHtml(text)}</span>`;
  });
  return `<div class="lqYlwe" aria-hidden="true" style="height: ${setting.hourHeight * 24}px">${labels.join('')}</div>`;
}

function columns(days: readonly string[], events: readonly StandInEvent[], setting: Setting): string {
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  const long = events.filter(isLong);
  const short = events.filter((event) => !isLong(event));
  const depth = Math.max(1, rowDepth(days, long, setting));
  return (
    `<div role="grid" jsname="KZOukd" data-is-column-view-context="true" class="RAaXne"${attributes({
      'data-start-date-key': dayKey(first),
      'data-end-date-key': dayKey(last),
      style: `--days: ${days.length}; --hour: ${setting.hourHeight}px`,
    })}><div role="presentation" class="gridHead"><div role="row" class="yzWBvRow"><div role="presentation" class="corner"></div>` +
    `${days.map((day) => header(day, setting)).join('')}</div>` +
    `<div role="presentation" class="allDayBand"><div role="row" class="allDayRow" style="--lines: ${depth}">` +
    `${cellsHtml(days, long, 99, setting)}</div></div></div>` +
    `<div role="row" class="timeRow">${hours(setting)}` +
    `${days.map((day, index) => column(day, index, short, setting)).join('')}</div></div>`
  );
}

/** The grid of the week of `options.day`, Monday first. */
export function weekHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  return columns(daysFrom(mondayOf(setting.day), 7), events, setting);
}

/** The grid of four days from `options.day` on: the view of several days. */
export function customDaysHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  return columns(daysFrom(setting.day, 4), events, setting);
}

/** The grid of one day. */
export function dayHtml(events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  return columns([setting.day], events, setting);
}

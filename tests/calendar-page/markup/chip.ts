import type { StandInEvent } from '../events.ts';
import { describe, shownTitle } from './describe.ts';
import { dataEventId, eventKey } from './event-id.ts';
import { attributes, escapeHtml } from './html.ts';
import type { Setting } from './setting.ts';
import { digits, spanText, timeText } from './speak.ts';
import { fill } from './words.ts';

const BLUE = 'rgb(3, 115, 168)';
const GAPS = ',null'.repeat(22);
const TASKS: readonly StandInEvent['kind'][] = ['task', 'task-block'];

/** Where a chip of a column stands: pixels down, and which of the lanes side by side. */
export interface ColumnPlace {
  top: number;
  height: number;
  lane: number;
  lanes: number;
}

/** Where a stacked chip stands: the first column, how many it spans, and which line. */
export interface StackPlace {
  index: number;
  span: number;
  line: number;
}

function log(event: StandInEvent, { account }: Setting): string {
  if (event.kind === 'tasks-rollover') return '139091; track:impression,click';
  if (TASKS.includes(event.kind)) return '185338; track:impression,click';
  const rank = event.kind === 'holiday' ? 5 : event.calendarId === account.email ? 1 : 2;
  return `35463; 2:["${eventKey(event)}"${GAPS},6];1:["${event.calendarId}",${rank}];track:impression,click; mutable:true`;
}

function root(event: StandInEvent, setting: Setting): Record<string, string | undefined> {
  return {
    'data-eventchip': '',
    'data-opens-details': 'true',
    'data-eventid': dataEventId(event),
    'data-keyboardactiontype': '0;1',
    jscontroller: 'NAKBTc',
    jslog: log(event, setting),
  };
}

function isOutlined(event: StandInEvent, { account }: Setting): boolean {
  const mine = event.guests?.find((guest) => guest.email === account.email)?.response;
  return Boolean(event.declined) || mine === 'no' || mine === 'none';
}

function paint(event: StandInEvent, setting: Setting): string {
  const color = event.color ?? BLUE;
  if (isOutlined(event, setting)) return `background-color: transparent; border-color: ${color};`;
  return `background-color: ${color}; border-color: ${color};`;
}

function look(event: StandInEvent, setting: Setting): string {
  const words = [isOutlined(event, setting) && 'UflSff'];
  if (event.declined || event.cancelled) words.push('w9eXqe');
  if (event.colorName === 'Banana' || event.color === 'rgb(246, 191, 38)') words.push('jSrjCf');
  return words
    .filter(Boolean)
    .map((word) => ` ${word}`)
    .join('');
}

function tick(event: StandInEvent): string {
  if (!TASKS.includes(event.kind)) return '';
  return `<div class="bgr46c"${attributes({ 'data-eventid': dataEventId(event) })}><button tabindex="-1" aria-hidden="true"></button></div>`;
}

/** The chip of a timed event in a column of the week and day views. */
export function timedChip(event: StandInEvent, at: ColumnPlace, setting: Setting): string {
  const side = setting.words.rtl ? 'right' : 'left';
  const style =
    `top: ${at.top}px; height: ${at.height}px; ${side}: calc((100% - 6px) * ${at.lane / at.lanes} + 0px); ` +
    `width: calc((100% - 6px) * ${1 / at.lanes} - 2px); ${paint(event, setting)}`;
  const short = at.height < 40 ? ' shorty' : '';
  const place =
    event.location && at.height >= 40 ? `<div class="lhydbb gVNoLb">${escapeHtml(event.location)}</div>` : '';
  return (
    `<div role="button" tabindex="0" data-focusable="true"${attributes({
      ...root(event, setting),
      'data-dragsource-type': '2',
      class: `GTG3wb ChfiMc rFUW1c${short}${look(event, setting)}`,
      style,
    })}><div class="XuJrye">${escapeHtml(describe(event, setting))}</div>` +
    `<div aria-hidden="true" class="Jcb6qd"><div class="fFwDnf">` +
    `<div class="lhydbb"><div class="KcY3wb">${tick(event)}<span class="I0UMhf">${escapeHtml(shownTitle(event, setting))}</span></div></div>` +
    `<div class="lhydbb gVNoLb">${escapeHtml(spanText(event, setting))}</div>${place}</div></div>` +
    `<div class="leOeGd" aria-hidden="true"${attributes({ 'data-dragsource-type': '3', 'data-eventid': dataEventId(event) })}></div></div>`
  );
}

function position(at: StackPlace, setting: Setting, columns: number): string {
  const percent = (count: number) => `${Number(((count * 100) / columns).toFixed(2))}%`;
  const side = setting.words.rtl ? 'right' : 'left';
  return `${side}: ${percent(at.index)}; width: ${percent(at.span)}; top: ${at.line}em;`;
}

function stackedInner(event: StandInEvent, setting: Setting): string {
  const color = event.color ?? BLUE;
  const dot = event.allDay
    ? ''
    : `<div class="ZWOtn"><div class="VlNR9e" style="border-color: ${color};"></div></div>`;
  const time = event.allDay
    ? ''
    : `<span class="DvyQhe BdCDHc">${escapeHtml(timeText(event.start, setting))}</span>`;
  return (
    `${dot}<span aria-hidden="true" class="nHqeVd">${time}${tick(event)}` +
    `<span class="WBi6vc">${escapeHtml(shownTitle(event, setting))}</span></span>` +
    `<span class="XuJrye">${escapeHtml(describe(event, setting))}</span><span class="XjoK4b svQ7mf"></span>`
  );
}

/** The chip of the month view, of the all-day row and of the day popover. */
export function stackedChip(event: StandInEvent, at: StackPlace, setting: Setting, columns = 7): string {
  const color = event.color ?? BLUE;
  const fill = event.allDay && event.kind !== 'tasks-rollover' ? paint(event, setting) : '';
  return `<div data-stacked-layout-chip-container="true"${attributes({
    ...root(event, setting),
    'data-dragsource-type': event.allDay ? '9' : '6',
    class: `vEJ0bc ChfiMc rFUW1c${event.allDay ? ' GHWQBd' : ''}`,
    style: `${position(at, setting, columns)} border-color: ${color};`,
  })}><div role="button" data-stacked-layout-chip="true"${attributes({
    class: `KF4T6b jKgTF${event.allDay ? '' : ' smECzc'}${look(event, setting)}`,
    tabindex: '0',
    style: fill,
  })}>${stackedInner(event, setting)}</div></div>`;
}

/** The "N more" button of a day; its container has the day and no event. */
export function moreChip(day: number, count: number, at: StackPlace, setting: Setting): string {
  const n = digits(count, setting);
  return (
    `<div role="presentation" data-stacked-layout-chip-container="true"${attributes({
      'data-datekey': day,
      class: 'vEJ0bc KCIIIb',
      style: position(at, setting, 7),
    })}><div class="KF4T6b KCIIIb" data-opens-day-overview="true" role="button" data-stacked-layout-chip="true" tabindex="0"` +
    `${attributes({ 'aria-label': fill(setting.words.moreEvents, { n }) })}>` +
    `${escapeHtml(fill(setting.words.more, { n }))}<span class="XjoK4b svQ7mf"></span></div></div>`
  );
}

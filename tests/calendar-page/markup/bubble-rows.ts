import type { StandInEvent } from '../events.ts';
import { daysOf, shownTitle } from './describe.ts';
import { guestSummary, guestTree } from './guests.ts';
import { attributes, escapeHtml } from './html.ts';
import { type IconName, icon } from './icons.ts';
import type { Setting } from './setting.ts';
import { dayPart, dayText, spanText } from './speak.ts';
import { fill } from './words.ts';

function row(id: string, name: IconName, inner: string, extra: Record<string, string> = {}): string {
  return (
    `<div class="nBzcnc OcVpRe"><div aria-hidden="true" class="zZj8Pb">${icon(name)}</div>` +
    `<div class="toUqff"${attributes({ id, ...extra })}>${inner}</div></div>`
  );
}

function whenText(event: StandInEvent, setting: Setting): string {
  const { first, last } = daysOf(event, setting);
  const sameYear = first.slice(0, 4) === setting.today.slice(0, 4);
  const long = (day: string) =>
    sameYear
      ? dayText(day, setting, 'long')
      : dayPart(day, setting, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  if (event.allDay)
    return first === last
      ? escapeHtml(long(first))
      : escapeHtml(`${dayText(first, setting)} – ${dayText(last, setting)}`);
  return `${escapeHtml(long(first))}<span class="grQv0">⋅</span><span>${escapeHtml(spanText(event, setting))}</span>`;
}

function when(event: StandInEvent, setting: Setting): string {
  const title = shownTitle(event, setting);
  const series = event.seriesId ? `<div class="AzuXid">${escapeHtml(setting.words.everyWeek)}</div>` : '';
  const color = event.color ?? 'rgb(3, 115, 168)';
  return (
    `<div class="nBzcnc OcVpRe"><div aria-hidden="true" class="zZj8Pb"><div class="xnWuge" style="background-color: ${color};">` +
    `</div></div><div class="toUqff" id="xDetDlgWhen"><div class="JEx5le"><div class="UfeRlc"${attributes({ 'data-text': title })}>` +
    `<span role="heading" aria-level="1" id="rAECCd">${escapeHtml(title)}</span></div>` +
    `<div class="AzuXid O2VjS CyPPBf">${whenText(event, setting)}</div>${series}</div></div></div>`
  );
}

function place(event: StandInEvent, { words }: Setting): string {
  if (!event.location) return '';
  const label = fill(words.location, { n: '' }).trim();
  const inner = `<span class="XuJrye">${escapeHtml(label)}</span><div class="UfeRlc">${escapeHtml(event.location)}</div>`;
  return row('xDetDlgLoc', 'place', inner, { 'data-text': event.location });
}

function description(event: StandInEvent, { words }: Setting): string {
  if (!event.description) return '';
  const inner = `<span class="XuJrye">${escapeHtml(words.description)}:</span><div>${escapeHtml(event.description)}</div>`;
  return row('xDetDlgDesc', 'text', inner);
}

function video(event: StandInEvent, setting: Setting): string {
  if (!event.video) return '';
  const details = [shownTitle(event, setting), spanText(event, setting), setting.zone, event.video].join(
    '\n',
  );
  const link = `<a target="_blank" rel="noreferrer noopener"${attributes({ href: event.video })}>${escapeHtml(event.video)}</a>`;
  return (
    `<div class="nBzcnc OcVpRe" id="xDetDlgVideo"${attributes({ 'data-details': details })}>` +
    `<div aria-hidden="true" class="zZj8Pb">${icon('video')}</div><div class="toUqff">${link}</div></div>`
  );
}

function guests(event: StandInEvent, setting: Setting, rows: boolean): string {
  const summary = guestSummary(event, setting);
  if (summary === '') return '';
  const copy = `<button class="pYTkkf" jsname="UUkoTc"${attributes({ 'aria-label': setting.words.copy })}>${icon('copy')}</button>`;
  return (
    `<div class="jBPJ1e" data-is-expanded="true"><div class="nBzcnc UcCkOc" jsname="bA8IK"><div aria-hidden="true" class="zZj8Pb">` +
    `${icon('people')}</div><div class="toUqff" id="xDetDlgAtt">${summary}</div><div class="uLZ20b">${copy}</div></div>` +
    `${guestTree(event, setting, setting.words.guestList, rows)}</div>`
  );
}

function reminder(event: StandInEvent, { words }: Setting, digits: string): string {
  if (event.allDay) return '';
  const text = fill(words.minutesBefore, { n: digits });
  return row(
    'xDetDlgNot',
    'bell',
    `<ol class="oIOto"${attributes({ 'aria-label': words.notifications })}><li>${escapeHtml(text)}</li></ol>`,
  );
}

function owner(event: StandInEvent, setting: Setting): string {
  const { words, account } = setting;
  const organizer = event.guests?.find((guest) => guest.organizer);
  const name = organizer?.name ?? organizer?.email ?? event.calendarName ?? account.name;
  const address = organizer?.email ?? event.calendarId;
  if (!organizer)
    return row('xDetDlgCal', 'calendar', escapeHtml(name), { 'data-text': `${name} – ${address}` });
  const hidden = `<span class="XuJrye">${escapeHtml(`${words.organizer}: ${name}`)}</span>`;
  return row(
    'xDetDlgCal',
    'calendar',
    `${hidden}<div class="Bw8As" aria-hidden="true">${escapeHtml(name)}</div>`,
    {
      'data-hovercard-id': address,
    },
  );
}

/** The rows of a bubble's body. */
export function detailRows(event: StandInEvent, setting: Setting, rows: boolean): string {
  const ten = new Intl.NumberFormat(setting.words.locale).format(10);
  return [
    when(event, setting),
    place(event, setting),
    video(event, setting),
    guests(event, setting, rows),
    description(event, setting),
    reminder(event, setting, ten),
    owner(event, setting),
  ].join('');
}

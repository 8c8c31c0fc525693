import type { StandInEvent } from '../events.ts';
import { detailRows } from './bubble-rows.ts';
import { shownTitle } from './describe.ts';
import { dialogHtml } from './dialog.ts';
import { dataEventId, eventKey } from './event-id.ts';
import { attributes, escapeHtml } from './html.ts';
import { type IconName, icon } from './icons.ts';
import { type MarkupOptions, type Setting, settle } from './setting.ts';

/** How to draw a bubble. */
export interface BubbleOptions extends MarkupOptions {
  /** False while the guests' rows have not arrived. */
  rows?: boolean;
  /** Drawn but not shown, as after closing. */
  hidden?: boolean;
}

function button(name: IconName, label: string, more: Record<string, string | undefined>): string {
  return (
    `<div><span data-is-tooltip-wrapper="true"><button class="pYTkkf"${attributes({ ...more, 'aria-label': label })}>` +
    `${icon(name)}</button></span></div>`
  );
}

function menu(event: StandInEvent, { words }: Setting): string {
  const item = (jsname: string, text: string) =>
    `<li role="menuitem" tabindex="-1" jsname="${jsname}">${escapeHtml(text)}</li>`;
  return (
    `<div class="tB5Jxf" hidden${attributes({ 'data-eventid': dataEventId(event) })}><ul role="menu" tabindex="-1">` +
    `${item('PEFSMe', words.print)}${item('lbYRR', words.duplicate)}</ul></div>`
  );
}

function head(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  return (
    `<div class="Tnsqdc"><div class="i5a7ie"><div class="wv9rPe"><div class="M30cEf">` +
    `${button('close', words.close, { id: 'xDetDlgCloseBu', 'data-id': 'TvD9Pc' })}</div><div class="pPTZAe">` +
    `${button('edit', words.edit, { jsname: 'DyVDA' })}` +
    `${button('delete', words.delete, { jsname: 'VkLyEc', id: 'xDetDlgDelBu' })}` +
    `${button('options', words.options, { class: 'd29e1c', 'aria-haspopup': 'menu', 'aria-expanded': 'false' })}` +
    `${menu(event, setting)}</div></div></div></div><div class="pj10z"></div>`
  );
}

function foot(event: StandInEvent, setting: Setting): string {
  const { words, account } = setting;
  const mine = event.guests?.find((guest) => guest.email === account.email);
  if (!mine) return '<div class="FKqJcf"></div>';
  const choice = (id: string, jsname: string, word: string, selected: boolean) =>
    `<button type="button" class="nUt0vb"${attributes({ id, jsname, 'aria-label': word, 'aria-pressed': selected })}>` +
    `${escapeHtml(word)}</button>`;
  return (
    `<div class="FKqJcf"><div jsname="lHDFj" class="YWILgc"><span class="sgEL6b" aria-hidden="true">${escapeHtml(words.going)}</span>` +
    `<div class="Ovgvvb">${choice('xRsvpYesBu', 'lezaG', words.sayYes, mine.response === 'yes')}` +
    `${choice('xRsvpNoBu', 'TtJ8Me', words.sayNo, mine.response === 'no')}` +
    `${choice('xRsvpMaybeBu', 'EVpSp', words.sayMaybe, mine.response === 'maybe')}</div></div></div>`
  );
}

function eventContent(event: StandInEvent, setting: Setting, rows: boolean): string {
  const attributesOfCard = attributes({
    'data-keyboardactiontype': '0;1',
    id: 'xDetDlg',
    jscontroller: 'qxis9',
    jslog: `35389; 2:["${eventKey(event)}","${event.calendarId}"];track:impression; mutable:rci`,
    'data-eventid': dataEventId(event),
    'data-actions-expanded': 'false',
    'data-open-edit-note': 'false',
    class: 'jefcFd',
  });
  return (
    `<div${attributesOfCard}><div class="pdqVLc">${head(event, setting)}<div class="hMdQi" jsname="sV9x3c">` +
    `${detailRows(event, setting, rows)}</div><div class="QhxxQc"></div>${foot(event, setting)}</div></div>`
  );
}

/** A task's bubble: the same dialog and heading, and no event in it. */
function taskContent(event: StandInEvent, setting: Setting): string {
  const close = button('close', setting.words.close, { class: 'taskClose' });
  return (
    `<div class="jefcFd"><div class="pdqVLc"><div class="Tnsqdc"><div class="wv9rPe"><div class="M30cEf">${close}</div></div></div>` +
    `<div class="taskBody"><span role="heading" aria-level="1" id="rAECCd">${escapeHtml(shownTitle(event, setting))}</span></div></div></div>`
  );
}

/** The whole bubble of an event or a task, as a dialog. */
export function bubbleHtml(event: StandInEvent, options: BubbleOptions = {}): string {
  const setting = settle(options);
  const isTask = ['task', 'task-block', 'tasks-rollover'].includes(event.kind);
  const content = isTask ? taskContent(event, setting) : eventContent(event, setting, options.rows ?? true);
  return dialogHtml(content, options.hidden ?? false);
}

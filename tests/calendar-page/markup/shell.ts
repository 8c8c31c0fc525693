import type { StandInEvent } from '../events.ts';
import { attributes, escapeHtml } from './html.ts';
import { type MarkupOptions, settle } from './setting.ts';
import { accountLinkHtml, userInfoHtml } from './user-info.ts';

/** What the server hands to the page's script. */
export interface PageData {
  events: readonly StandInEvent[];
  /** The fixed clock; without it the page's clock runs. */
  now?: string;
  zone: string;
  hl: string;
  density: 'comfortable' | 'compact';
  account: number;
  chipRows: number;
}

function rail(events: readonly StandInEvent[], options: MarkupOptions): string {
  const { words, account } = settle(options);
  const others = new Map<string, string>();
  for (const { calendarId, calendarName } of events) if (calendarName) others.set(calendarId, calendarName);
  const item = (id: string, name: string) =>
    `<li><label><input type="checkbox" checked${attributes({ 'aria-label': name, 'data-id': id })}>${escapeHtml(name)}</label></li>`;
  const list = (label: string, items: string) =>
    `<h2>${escapeHtml(label)}</h2><ul role="list"${attributes({ 'aria-label': label })}>${items}</ul>`;
  return (
    `<div class="rail"><button jsname="todz4c" class="create">+ ${escapeHtml(words.create)}</button>` +
    `${list(words.mine, item(account.email, account.name))}` +
    `${list(words.others, [...others].map(([id, name]) => item(id, name)).join(''))}</div>`
  );
}

function header(options: MarkupOptions): string {
  const { words, account } = settle(options);
  const views = (['day', 'week', 'month', 'schedule'] as const).map(
    (view) => `<button class="view"${attributes({ 'data-view': view })}>${escapeHtml(words[view])}</button>`,
  );
  const today = words.today.charAt(0).toLocaleUpperCase(words.locale) + words.today.slice(1);
  return (
    `<header class="top"><button class="go" data-go="today">${escapeHtml(today)}</button>` +
    `<button class="go arrow" data-go="previous"${attributes({ 'aria-label': words.previous })}>‹</button>` +
    `<button class="go arrow" data-go="next"${attributes({ 'aria-label': words.next })}>›</button>` +
    `<div class="rangeTitle" aria-live="polite"></div><div class="views">${views.join('')}</div>${accountLinkHtml(account, options)}</header>`
  );
}

/** The whole page before its script has run: no grid, no view named on the body. */
export function shellHtml(data: PageData, options: MarkupOptions & { dark?: boolean } = {}): string {
  const { words, account } = settle(options);
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return (
    `<!doctype html><html${attributes({ lang: options.hl ?? 'en', dir: words.rtl ? 'rtl' : 'ltr', 'data-dark': options.dark })}>` +
    `<head><meta charset="utf-8"><title>Calendar</title><link rel="icon" href="data:,">` +
    `<link rel="stylesheet" href="/stand-in/calendar.css"></head><body class="calendar">` +
    `${userInfoHtml(account, options)}${header(options)}` +
    `<div class="middle">${rail(data.events, options)}<div role="main" class="mainView" tabindex="-1"></div></div>` +
    `<div id="YPCqFe" hidden></div><div role="dialog" class="lingering" style="display: none"><h1>-</h1></div>` +
    `<script type="application/json" id="standInData">${json}</script>` +
    `<script type="module" src="/stand-in/page/page.ts"></script></body></html>`
  );
}

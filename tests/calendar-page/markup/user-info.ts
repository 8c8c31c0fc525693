import { attributes, escapeHtml } from './html.ts';
import { type Account, type MarkupOptions, settle, viewer } from './setting.ts';
import { fill } from './words.ts';
import { offsetMinutes } from './zone.ts';

/** The hidden element that says who is signed in, in which zone and language. */
export function userInfoHtml(account: Account = viewer, options: MarkupOptions = {}): string {
  const setting = settle({ ...options, account });
  const offset = offsetMinutes(setting.now, setting.zone) * 60_000;
  const part = (id: string, text: string) => `<div${attributes({ id })}>${escapeHtml(text)}</div>`;
  return (
    '<div id="xUserInfo" aria-hidden="true" style="display:none">' +
    part('xUserEmail', account.email) +
    part('xUserName', account.name) +
    part('xTimezone', setting.zone) +
    part('xGmtOffset', String(offset)) +
    part('xUserLocale', setting.hl) +
    '</div>'
  );
}

/** The link to the account, whose label holds the address in parentheses. */
export function accountLinkHtml(account: Account = viewer, options: MarkupOptions = {}): string {
  const { words } = settle(options);
  const label = `${fill(words.account, { n: account.name })}  \n(${account.email})`;
  return (
    `<a class="gb_B" href="https://accounts.google.com/SignOutOptions?hl=en" role="button"${attributes({ 'aria-label': label })}>` +
    `${escapeHtml([...account.name][0] ?? '?')}</a>`
  );
}

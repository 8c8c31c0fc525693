import type { StandInEvent, StandInGuest } from '../events.ts';
import { attributes, escapeHtml } from './html.ts';
import type { Setting } from './setting.ts';
import { digits } from './speak.ts';
import { fill } from './words.ts';

function answerWord(guest: StandInGuest, { words }: Setting): string | undefined {
  return { yes: words.attending, no: words.notAttending, maybe: words.tentative, none: undefined }[
    guest.response ?? 'none'
  ];
}

function rowLabel(guest: StandInGuest, setting: Setting): string {
  const parts = [
    guest.name ?? guest.email,
    answerWord(guest, setting),
    guest.organizer && setting.words.organizer,
  ];
  return parts.filter(Boolean).join(setting.words.comma);
}

function hovercard(guest: StandInGuest): string {
  return attributes({ 'data-hovercard-id': guest.email, 'data-hovercard-keyboard-triggering': 'enabled' });
}

function guestRow(guest: StandInGuest, index: number, setting: Setting): string {
  const name = guest.name ?? guest.email;
  const members = guest.group ? ` (${digits(guest.group, setting)})` : '';
  return (
    `<div class="nBzcnc Zce9sc"${hovercard(guest)}${attributes({
      'data-email': guest.email,
      role: 'treeitem',
      tabindex: index === 0 ? '0' : undefined,
      'data-id': guest.email,
      'data-is-expandable': guest.group ? 'true' : undefined,
      'aria-expanded': guest.group ? 'false' : undefined,
      'aria-label': rowLabel(guest, setting),
      jsname: 'OLRBPb',
      id: guest.organizer ? 'xDtlDlgOrg' : undefined,
    })}><div class="zZj8Pb"><div class="LSJzI"${hovercard(guest)}><div aria-hidden="true" class="tDHlcc">` +
    `${escapeHtml([...name.toUpperCase()][0] ?? '?')}</div></div></div>` +
    `<div class="toUqff"${hovercard(guest)}><div class="bgOWSb"><div class="UfeRlc"><div class="ddPise">` +
    `<span class="SDqFWd"><span>${escapeHtml(name)}</span></span>${escapeHtml(members)}</div></div><div class="AzuXid">` +
    `<div class="IlJwl">${guest.organizer ? escapeHtml(setting.words.organizer) : ''}</div></div></div></div></div>`
  );
}

/** The number the summary tells. */
export function guestTotal(event: StandInEvent): number {
  return event.guestCount ?? event.guests?.length ?? 0;
}

function counts(event: StandInEvent, setting: Setting): string {
  const { words } = setting;
  const guests = event.guests ?? [];
  const listed = (response: string) =>
    guests.filter((guest) => (guest.response ?? 'none') === response).length;
  const waiting = Math.max(0, guestTotal(event) - listed('yes') - listed('no') - listed('maybe'));
  const parts = [
    [words.yes, listed('yes')],
    [words.no, listed('no')],
    [words.maybe, listed('maybe')],
    [words.awaiting, waiting],
  ] as const;
  return parts
    .filter(([, count]) => count > 0)
    .map(
      ([word, count]) =>
        `<div class="AzuXid O2VjS CyPPBf">${escapeHtml(fill(word, { n: digits(count, setting) }))}</div>`,
    )
    .join('');
}

/** The summary of the guests; nothing when there are none, a sentence when the list is hidden. */
export function guestSummary(event: StandInEvent, setting: Setting): string {
  if (event.guestsHidden)
    return `<div class="bgOWSb"><div class="UfeRlc">${escapeHtml(setting.words.hiddenList)}</div></div>`;
  const total = guestTotal(event);
  if (total === 0) return '';
  const text = fill(setting.words.guests, { n: digits(total, setting) });
  return `<div class="bgOWSb"><div class="UfeRlc">${escapeHtml(text)}</div>${counts(event, setting)}</div>`;
}

/** The tree of guests, or nothing when there are no rows; `rows` false leaves it empty, as before they have arrived. */
export function guestTree(event: StandInEvent, setting: Setting, label: string, rows = true): string {
  const guests = event.guests ?? [];
  if (guests.length === 0) return '';
  const items = rows ? guests.map((guest, index) => guestRow(guest, index, setting)).join('') : '';
  return `<div jsname="MsyPn" class="uej9Ud" role="tree"${attributes({ 'aria-label': label })}>${items}</div>`;
}

import type { StandInEvent } from '../events.ts';
import { eventPageHtml } from '../markup/event-page.ts';
import { instantAt } from '../markup/zone.ts';
import { mainView } from './draw.ts';
import { build, morph } from './own.ts';
import { options, state } from './state.ts';

const GUESTS_LATE = 500;

let timer: number | undefined;
/** The new event while it is typed. */
let draft: StandInEvent | undefined;

function host(): HTMLElement {
  const element = document.querySelector<HTMLElement>('#YPCqFe');
  if (!element) throw new Error('the page has no place for the form');
  return element;
}

function show(html: string): void {
  const built = build(html);
  const form = host().firstElementChild;
  if (form) morph(form, built);
  else host().append(built);
  host().hidden = false;
  mainView().parentElement?.setAttribute('hidden', '');
  document.querySelector('header')?.setAttribute('hidden', '');
  document.body.dataset.viewfamily = 'EVENT_EDIT';
  document.body.dataset.viewkey = 'EVENTEDIT';
}

/** Shows the page of an existing event; its guests arrive half a second later. */
export function showEventPage(event: StandInEvent): void {
  clearTimeout(timer);
  draft = undefined;
  show(eventPageHtml(event, { ...options(), rows: false }));
  timer = window.setTimeout(() => show(eventPageHtml(event, { ...options(), rows: true })), GUESTS_LATE);
}

/** Shows the page of a new event, or of a duplicate: guests are listed that nobody has invited yet. */
export function showNewEventPage(from?: StandInEvent): void {
  clearTimeout(timer);
  const { account, zone } = options();
  const owner = account?.email ?? '';
  draft = {
    id: 'draft',
    calendarId: owner,
    kind: 'event',
    title: '',
    start: instantAt(state.day, 600, zone).toISOString(),
    end: instantAt(state.day, 660, zone).toISOString(),
    guests: [],
    ...(from && { title: from.title, guests: from.guests ?? [] }),
  };
  show(eventPageHtml(draft, { ...options(), create: true }));
}

/** Adds what was typed as a guest to the new event, with the organizer first as on the real page. */
export function addTypedGuest(email: string): void {
  const { account } = options();
  if (!draft || !account || !email.includes('@')) return;
  const before = draft.guests?.length
    ? draft.guests
    : [{ email: account.email, name: account.name, organizer: true }];
  draft = { ...draft, guests: [...before, { email: email.trim() }] };
  show(eventPageHtml(draft, { ...options(), create: true }));
}

/** Puts the calendar back. */
export function hideEventPage(): void {
  clearTimeout(timer);
  draft = undefined;
  host().replaceChildren();
  host().hidden = true;
  mainView().parentElement?.removeAttribute('hidden');
  document.querySelector('header')?.removeAttribute('hidden');
}

import { closeBubble, openBubble, openDialog, openEventOf } from './bubble.ts';
import { removeEvent } from './change.ts';
import { addTypedGuest } from './edit.ts';
import { eventByAttribute } from './find.ts';
import { goTo, goToEvent, step } from './go.ts';
import { closePopover, openPopover, showPopover } from './popover.ts';
import { record } from './record.ts';
import { state, today, type ViewName } from './state.ts';
import { draw } from './draw.ts';

function onOutside(event: Event): void {
  const path = event.composedPath();
  const dialog = openDialog();
  const list = openPopover();
  if (dialog && !path.includes(dialog)) closeBubble();
  else if (list && !dialog && !path.includes(list)) closePopover();
}

function openFrom(chip: HTMLElement): string {
  const event = eventByAttribute(chip.dataset.eventid ?? '');
  if (event) openBubble(event);
  return `chip ${chip.dataset.eventid}`;
}

function listDay(more: HTMLElement): string {
  const key = Number(more.closest<HTMLElement>('[data-datekey]')?.dataset.datekey);
  showPopover(key, more);
  return `more ${key}`;
}

function deleteShown(): string {
  const event = openEventOf();
  if (event) removeEvent(event);
  return 'delete';
}

function move(button: HTMLElement): string {
  const where = button.dataset.go;
  if (where === 'today') goTo(state.view, today());
  else step(where === 'next' ? 1 : -1);
  return `go ${where}`;
}

/** What a click on each part of the page does; the answer is what is noted. */
const parts: [selector: string, act: (element: HTMLElement) => string][] = [
  ['#xDetDlgCloseBu, .taskClose', () => (closeBubble(), 'close')],
  ['[jsname=DyVDA]', () => (goToEvent(openEventOf()), 'edit')],
  ['#xDetDlgDelBu', deleteShown],
  ['[data-opens-day-overview]', listDay],
  ['[data-eventchip]', openFrom],
  ['.go', move],
  ['.view', (button) => (goTo(button.dataset.view as ViewName, state.day), `view ${button.dataset.view}`)],
  ['.create', () => (goToEvent(), 'create')],
  ['#xCancelBu, #xSaveBu', () => (goTo(state.view, state.day), 'leave')],
];

function onClick(event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element)) return;
  for (const [selector, act] of parts) {
    const element = target.closest<HTMLElement>(selector);
    if (element) return record('clicks', act(element));
  }
  record('clicks', target.id || target.localName);
}

function onChange(event: Event): void {
  const target = event.target;
  if (!(target instanceof HTMLInputElement)) return;
  const calendar = target.dataset.id;
  if (calendar) {
    if (target.checked) state.hidden.delete(calendar);
    else state.hidden.add(calendar);
    draw();
  }
  if (target.id === 'xGstIn') {
    addTypedGuest(target.value);
    target.value = '';
  }
}

function onEnter(event: KeyboardEvent): void {
  const target = event.target;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement)) return;
  if (target.id === 'xGstIn') target.blur();
  else if (target.matches('[role=button]')) target.click();
}

/** Keeps the focus in the open bubble: whatever else gets it, loses it again. */
function onFocus(event: FocusEvent): void {
  const dialog = openDialog();
  if (!dialog || (event.target instanceof Node && dialog.contains(event.target))) return;
  dialog.focus({ preventScroll: true });
}

/** Listens for everything the pointer and the focus do. */
export function listenForPointer(): void {
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
    document.addEventListener(type, onOutside, { capture: true, passive: true });
  }
  document.addEventListener('click', onClick);
  document.addEventListener('change', onChange);
  document.addEventListener('keydown', onEnter);
  document.addEventListener('focusin', onFocus);
}

import { dayOfKey } from '../markup/days.ts';
import { closeBubble, openBubble, openDialog, openEventOf, openQuickCreate } from './bubble.ts';
import { removeEvent } from './change.ts';
import { draw } from './draw.ts';
import { addTypedGuest } from './edit.ts';
import { eventByAttribute } from './find.ts';
import { goTo, goToEvent, step } from './go.ts';
import { closePopover, openPopover, showPopover } from './popover.ts';
import { record } from './record.ts';
import { state, today, type ViewName } from './state.ts';

function onOutside(event: Event): void {
  const path = event.composedPath();
  const dialog = openDialog();
  const list = openPopover();
  if (dialog && !path.includes(dialog)) closeBubble();
  else if (list && !dialog && !path.includes(list)) closePopover();
}

function openFrom(chip: HTMLElement): void {
  const event = eventByAttribute(chip.dataset.eventid ?? '');
  if (event) openBubble(event, chip);
}

function listDay(more: HTMLElement): void {
  showPopover(Number(more.closest<HTMLElement>('[data-datekey]')?.dataset.datekey), more);
}

function deleteShown(): void {
  const event = openEventOf();
  if (event) removeEvent(event);
}

function toggleMenu(button: HTMLElement): void {
  const menu = document.querySelector<HTMLElement>('.tB5Jxf');
  if (!menu) return;
  menu.hidden = !menu.hidden;
  button.setAttribute('aria-expanded', String(!menu.hidden));
}

function move(button: HTMLElement): void {
  if (button.dataset.go === 'today') goTo(state.view, today());
  else step(button.dataset.go === 'next' ? 1 : -1);
}

/** What a click on each part of the page does, and the name it is noted by. */
const parts: [selector: string, name: string, act: (element: HTMLElement) => void][] = [
  ['#xDetDlgCloseBu, .taskClose', 'close', closeBubble],
  ['[jsname=DyVDA]', 'edit', () => goToEvent(openEventOf())],
  ['#xDetDlgDelBu', 'delete', deleteShown],
  ['.d29e1c', 'options', toggleMenu],
  ['[data-opens-day-overview]', 'more', listDay],
  ['[data-eventchip]', 'chip', openFrom],
  ['.go', 'go', move],
  ['.view', 'view', (button) => goTo(button.dataset.view as ViewName, state.day)],
  ['.nSCxEf, .ubOFEd', 'day', (head) => goTo('day', dayOfKey(Number(head.dataset.datekey)))],
  ['.create', 'create', () => goToEvent()],
  ['#xCancelBu, #xSaveBu', 'leave', () => goTo(state.view, state.day)],
  ['.BiKU4b, .MGaLHf', 'empty slot', openQuickCreate],
];

function onClick(event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element)) return;
  for (const [selector, name, act] of parts) {
    const element = target.closest<HTMLElement>(selector);
    if (!element) continue;
    record('clicks', name);
    act(element);
    return;
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

import type { StandInEvent } from '../events.ts';
import { bubbleHtml } from '../markup/bubble.ts';
import { eventKey } from '../markup/event-id.ts';
import { chipOf } from './find.ts';
import { adopt, build, foreign, morph } from './own.ts';
import { placeNear } from './place.ts';
import { options } from './state.ts';

/** When, in milliseconds, an event's first bubble is rendered again, and when it has settled. */
const SECOND_RENDER = 480;
const AFTERMATH = [560, 640, 720, 800, 880, 940];
const GUESTS_LATE = 300;

let dialog: HTMLElement | undefined;
let shown: StandInEvent | undefined;
let timers: number[] = [];
const openedBefore = new Set<string>();

/** The bubble when it is open. */
export function openDialog(): HTMLElement | undefined {
  return shown ? dialog : undefined;
}

/** The event whose bubble is open. */
export function openEventOf(): StandInEvent | undefined {
  return shown;
}

function forget(): void {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
}

function later(milliseconds: number, work: () => void): void {
  timers.push(window.setTimeout(work, milliseconds));
}

function render(event: StandInEvent, rows: boolean): HTMLElement {
  const built = build(bubbleHtml(event, { ...options(), rows }));
  const style = dialog?.getAttribute('style');
  if (style) built.setAttribute('style', style);
  if (dialog) morph(dialog, built);
  else document.body.append(built);
  dialog ??= built;
  return dialog;
}

/** Small writes that change nothing to see: the real bubble's first opening has some 700 of them. */
function stir(target: HTMLElement, rounds: number): void {
  const nodes = target.querySelectorAll('#xDetDlg *');
  for (let round = 0; round < rounds; round += 1) nodes[round % nodes.length]?.setAttribute('data-r', String(round));
}

/** The second render of a first opening: header and body are made anew, and whatever sits in the footer is written over. */
function renderAgain(event: StandInEvent, rows: boolean): void {
  if (!dialog) return;
  const fresh = build(bubbleHtml(event, { ...options(), rows }));
  for (const part of ['.pPTZAe', '.hMdQi']) {
    const children = [...(fresh.querySelector(part)?.childNodes ?? [])];
    dialog.querySelector(part)?.replaceChildren(...children.map((child) => adopt(child)));
  }
  const footer = dialog.querySelector('.FKqJcf');
  for (const node of footer ? foreign(footer) : []) node.textContent = 'Write a note for this meeting';
}

function firstOpening(event: StandInEvent): void {
  const delay = event.guestDelay ?? GUESTS_LATE;
  later(delay, () => render(event, true));
  later(SECOND_RENDER, () => renderAgain(event, delay <= SECOND_RENDER));
  for (const moment of AFTERMATH) later(moment, () => dialog && stir(dialog, 100));
}

/** Opens the one bubble on an event; the first time in a page load it renders twice and its guests come late. */
export function openBubble(event: StandInEvent): void {
  forget();
  const key = eventKey(event);
  const isFirst = !openedBefore.has(key);
  openedBefore.add(key);
  const target = render(event, !isFirst);
  shown = event;
  target.style.removeProperty('display');
  placeNear(target, chipOf(event));
  target.focus({ preventScroll: true });
  if (isFirst) firstOpening(event);
  else stir(target, 20);
}

/** Hides the bubble; it stays in the document. */
export function closeBubble(): void {
  if (!dialog || !shown) return;
  forget();
  const chip = chipOf(shown);
  shown = undefined;
  dialog.style.display = 'none';
  const button = chip?.matches('[role=button]') ? chip : chip?.querySelector<HTMLElement>('[role=button]');
  button?.focus({ preventScroll: true });
}

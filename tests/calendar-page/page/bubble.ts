import type { StandInEvent } from '../events.ts';
import { bubbleHtml } from '../markup/bubble.ts';
import { eventKey } from '../markup/event-id.ts';
import { quickCreateHtml } from '../markup/quick-create.ts';
import { chipOf } from './find.ts';
import { build, foreign, morph } from './own.ts';
import { placeNear } from './place.ts';
import { options } from './state.ts';

/** When, in milliseconds, the guests of an event's first bubble arrive, and when it is rendered again. */
const GUESTS_LATE = 300;
const SECOND_RENDER = 480;
/** The moments of the small writes that follow, 120 each; after the last one the bubble has settled. */
const AFTERMATH = [560, 640, 720, 800, 880, 940];

/** The page's one bubble, made at the first opening. */
let dialog: HTMLElement | undefined;
let isOpen = false;
let shown: StandInEvent | undefined;
/** What the bubble is docked to. */
let anchor: HTMLElement | null = null;
let timers: number[] = [];
const openedBefore = new Set<string>();

/** The bubble when it is open. */
export function openDialog(): HTMLElement | undefined {
  return isOpen ? dialog : undefined;
}

/** The event whose bubble is open. */
export function openEventOf(): StandInEvent | undefined {
  return shown;
}

function forgetTimers(): void {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
}

function later(milliseconds: number, work: () => void): void {
  timers.push(window.setTimeout(work, milliseconds));
}

/** Brings the bubble up to date in place; its nodes, and what others added to them, stay. */
function render(html: string): HTMLElement {
  const built = build(html);
  const style = dialog?.getAttribute('style');
  if (style) built.setAttribute('style', style);
  if (dialog) morph(dialog, built);
  else document.body.append(built);
  dialog ??= built;
  return dialog;
}

/** Small writes that change nothing to see. */
function stir(target: HTMLElement, count: number): void {
  const nodes = target.querySelectorAll('#xDetDlg *');
  for (let index = 0; index < count; index += 1) {
    nodes[index % nodes.length]?.setAttribute('data-stir', String(index));
  }
}

/** Header and body are made anew, so that nothing of others stays in them; others' nodes in the footer are written over. */
function renderAgain(target: HTMLElement, html: string): void {
  const fresh = build(html);
  for (const part of ['.pPTZAe', '.hMdQi']) {
    target.querySelector(part)?.replaceChildren(...(fresh.querySelector(part)?.childNodes ?? []));
  }
  const footer = target.querySelector('.FKqJcf');
  for (const node of footer ? foreign(footer) : []) node.textContent = 'Write a note for this meeting';
}

function followFirstOpening(target: HTMLElement, event: StandInEvent): void {
  const delay = event.guestDelay ?? GUESTS_LATE;
  const html = (rows: boolean) => bubbleHtml(event, { ...options(), rows });
  later(delay, () => {
    render(html(true));
    placeNear(target, anchor);
  });
  later(SECOND_RENDER, () => renderAgain(target, html(delay <= SECOND_RENDER)));
  for (const moment of AFTERMATH) later(moment, () => stir(target, 120));
}

function show(html: string, near: HTMLElement | null): HTMLElement {
  forgetTimers();
  const target = render(html);
  isOpen = true;
  anchor = near;
  target.style.removeProperty('display');
  placeNear(target, near);
  target.focus({ preventScroll: true });
  return target;
}

/** Opens the bubble on an event; the first time in a page load it renders twice and the guests come late. */
export function openBubble(event: StandInEvent, chip: HTMLElement | null = chipOf(event)): void {
  const key = eventKey(event);
  const isFirst = !openedBefore.has(key);
  openedBefore.add(key);
  const target = show(bubbleHtml(event, { ...options(), rows: !isFirst }), chip);
  shown = event;
  if (isFirst) followFirstOpening(target, event);
  else stir(target, 20);
}

/** What an add-on's card does seconds later: the open bubble is drawn once more, what others put in it goes. */
export function renderForAddOn(): void {
  if (dialog && isOpen && shown) renderAgain(dialog, bubbleHtml(shown, { ...options(), rows: true }));
}

/** Opens the same bubble as the small form of a new event. */
export function openQuickCreate(near: HTMLElement): void {
  const target = show(quickCreateHtml(options()), near);
  shown = undefined;
  target.querySelector('input')?.focus();
}

/** Hides the bubble; it stays in the document. */
export function closeBubble(): void {
  if (!dialog || !isOpen) return;
  forgetTimers();
  const chip = shown && chipOf(shown);
  isOpen = false;
  shown = undefined;
  dialog.style.display = 'none';
  const button = chip?.matches('[role=button]') ? chip : chip?.querySelector<HTMLElement>('[role=button]');
  button?.focus({ preventScroll: true });
}

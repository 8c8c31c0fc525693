import { closeBubble, openEventOf } from './bubble.ts';
import { removeEvent } from './change.ts';
import { goTo, goToEvent, step } from './go.ts';
import { closePopover } from './popover.ts';
import { record } from './record.ts';
import { state, today } from './state.ts';

const actions: Record<string, () => void> = {
  d: () => goTo('day', state.day),
  w: () => goTo('week', state.day),
  m: () => goTo('month', state.day),
  a: () => goTo('schedule', state.day),
  t: () => goTo(state.view, today()),
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  c: () => goToEvent(),
  e: () => goToEvent(openEventOf()),
  Delete: deleteOpen,
  Backspace: deleteOpen,
  Escape: () => {
    closePopover();
    closeBubble();
  },
};

function deleteOpen(): void {
  const event = openEventOf();
  if (event) removeEvent(event);
}

/** Like the real page it sees only the target: a field in someone's shadow root looks like an element one cannot type in. */
function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event) && event.key !== 'Escape') return;
  if (event.key === 'Enter' || event.key === ' ') return;
  const act = actions[event.key];
  if (act || event.key.length === 1) record('keys', event.key);
  act?.();
}

/** Listens for the one-letter shortcuts on the window, before anything on the page hears a key. */
export function listenForKeys(): void {
  window.addEventListener('keydown', onKey, { capture: true });
}

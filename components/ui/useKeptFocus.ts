import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a row of a list: when it goes while it has the focus, the focus goes to its neighbour, so that the keyboard
 * keeps its place; from the last row to the section's first button. `control` finds what takes it in a row.
 */
export function useKeptFocus<E extends HTMLElement>(control: string) {
  const row = useRef<E>(null);
  useLayoutEffect(
    () => () => {
      const gone = row.current;
      if (!gone?.contains(document.activeElement)) return;
      const near = [gone.nextElementSibling, gone.previousElementSibling];
      const next = near.map((one) => one?.querySelector<HTMLElement>(control)).find(Boolean);
      (next ?? gone.closest('section')?.querySelector<HTMLElement>('button'))?.focus();
    },
    [control],
  );
  return row;
}

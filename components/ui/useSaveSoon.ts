import { useCallback, useRef } from 'preact/hooks';
import { useOnLeave } from './useOnLeave.ts';

/** A pause between two writes while typing goes on. */
const PAUSE_MS = 200;

/**
 * Calls `save` (the same one as long as it is for the same thing) a fifth of a second after `soon`, at once when the page
 * or the component goes away, and not at all after `stop`.
 */
export function useSaveSoon(save: () => unknown): { soon: () => void; stop: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  const now = useCallback(() => {
    stop();
    save();
  }, [save]);
  const soon = useCallback(() => {
    timer.current ??= setTimeout(now, PAUSE_MS);
  }, [now]);
  useOnLeave(now);
  return { soon, stop };
}

import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { leaving, putBack, type Slot, takeSlot } from '../../storage/draft-slots.ts';

/**
 * A place of `draft` that no other window has, for what a form holds: first one that holds something begun in a window
 * that is gone. `onPlace` hears what was begun, `read` by the form; undefined when nothing was, or no place could be had.
 * @returns keeps there what it is told by then, or nothing (undefined)
 */
export function usePlace<T>(
  draft: string,
  read: (stored: unknown) => T | undefined,
  onPlace: (begun: T | undefined) => void,
): (value: () => T | undefined) => Promise<void> {
  const place = useRef<Slot<T> | undefined>(undefined);
  const taking = useRef<Promise<unknown> | undefined>(undefined);
  const calls = useRef({ read, onPlace });
  calls.current = { read, onPlace };
  const ended = useRef(false);

  // A layout effect: its end comes with the unmounting, not some time after it.
  useLayoutEffect(() => {
    let current = true;
    ended.current = false;
    const { read } = calls.current;
    taking.current = takeSlot(draft, read).then(
      (slot) => {
        if (!current) return slot?.free();
        place.current = slot;
        calls.current.onPlace(slot?.begun);
      },
      (error: unknown) => {
        console.error('peerside: no place for a draft', error);
        if (current) calls.current.onPlace(undefined);
      },
    );
    return () => {
      current = false;
      ended.current = true;
      const held = place.current;
      // What else goes away at this moment may still write.
      leaving(
        Promise.resolve().then(() => {
          if (place.current === held) place.current = undefined;
          return held?.free();
        }),
      );
    };
  }, [draft]);

  return useCallback(
    async (value) => {
      if (!place.current) await taking.current;
      if (!place.current && ended.current) {
        const last = value();
        if (last !== undefined) await putBack(draft, last);
        return;
      }
      place.current ??= await takeSlot(draft, calls.current.read, 'empty');
      await place.current?.keep(value());
    },
    [draft],
  );
}

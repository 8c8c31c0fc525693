import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import type { SaveState } from '../ui/useSavedText.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';
import { giveDraftBack, onDraftBack } from './draft-back.ts';
import { usePlace } from './usePlace.ts';

/**
 * What is filled in and not finished yet, kept outside the page as it is typed: after a crash or a closed panel it is there
 * again; what another window fills in is kept apart. Only what was changed here is kept (`changed`); the rest follows what is
 * stored. `read` takes a draft back, as far as it still fits.
 */
export function useKeptForm<T extends object>(
  key: string,
  stored: T,
  read: (draft: unknown) => Partial<T> | undefined,
) {
  const [changed, setChanged] = useState<Partial<T>>({});
  const [state, setState] = useState<SaveState>('saved');
  const [ready, setReady] = useState(false);
  const latest = useRef(changed);
  const unwritten = useRef(false);

  const keep = usePlace<Partial<T>>(key, read, (found) => {
    // What was typed before the draft was read wins.
    latest.current = { ...found, ...latest.current };
    if (found) setChanged(latest.current);
    setReady(true);
  });
  const write = useCallback(async () => {
    if (!unwritten.current) return;
    unwritten.current = false;
    try {
      await keep(() => latest.current);
      if (!unwritten.current) setState('saved');
    } catch (error) {
      console.error('peerside: a draft was not kept', error);
      setState('failed');
    }
  }, [keep]);
  const { soon, stop } = useSaveSoon(write);

  const change = useCallback(
    (some: Partial<T>) => {
      latest.current = { ...latest.current, ...some };
      unwritten.current = true;
      setState('saving');
      setChanged(latest.current);
      soon();
    },
    [soon],
  );

  /** Finished or given up: the draft goes. */
  const done = useCallback(async () => {
    stop();
    unwritten.current = false;
    await keep(() => undefined).catch(console.error);
  }, [keep]);

  useLayoutEffect(() => {
    const hear = (draft: Partial<T>) => {
      // What was typed since it was finished is the newer.
      change({ ...draft, ...latest.current });
      return write();
    };
    return onDraftBack(key, hear);
  }, [key]);

  /** The way back of what is finished now (`undo`), and of the draft with it: no word of it is lost. */
  const wayBack = (undo: Undo): Undo => {
    const draft = latest.current;
    return async () => {
      // First: the words are somewhere at every moment.
      await giveDraftBack(key, draft, read);
      await undo();
    };
  };

  /** As it is filled in, also what was changed since it was drawn: a key may change a field and finish the form at once. */
  const now = (): T => ({ ...stored, ...latest.current });

  return { value: { ...stored, ...changed }, now, change, state, ready, done, wayBack };
}

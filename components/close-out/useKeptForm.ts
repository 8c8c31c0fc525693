import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import type { SaveState } from '../ui/useSavedText.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';

/**
 * What is filled in and not finished yet, kept outside the page as it is typed: after a crash or a closed panel it is there
 * again. Only what was changed here is kept (`changed`); the rest follows what is stored. `read` takes a draft back, as far
 * as it still fits.
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

  const write = useCallback(async () => {
    if (!unwritten.current) return;
    unwritten.current = false;
    try {
      await writeDraft(key, latest.current);
      if (!unwritten.current) setState('saved');
    } catch (error) {
      console.error('peerside: a draft was not kept', error);
      setState('failed');
    }
  }, [key]);
  const { soon, stop } = useSaveSoon(write);

  useEffect(() => {
    let current = true;
    readDraft(key)
      .then((draft) => {
        const found = draft === undefined ? undefined : read(draft);
        if (!current || !found) return;
        // What was typed before the draft was read wins.
        latest.current = { ...found, ...latest.current };
        setChanged(latest.current);
      }, console.error)
      .finally(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, [key]);

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
    await dropDraft(key).catch(console.error);
  }, [key]);

  /** As it is filled in, also what was changed since it was drawn: a key may change a field and finish the form at once. */
  const now = (): T => ({ ...stored, ...latest.current });

  return { value: { ...stored, ...changed }, now, change, state, ready, done };
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import type { SaveState } from '../ui/useSavedText.ts';

/** A pause between two writes of the draft while typing goes on. */
const PAUSE_MS = 200;

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
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
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

  // A layout effect: its end comes with the form's, not some time after it.
  useLayoutEffect(() => {
    const hide = () => void write();
    addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
      hide();
    };
  }, [write]);

  const change = useCallback(
    (some: Partial<T>) => {
      latest.current = { ...latest.current, ...some };
      unwritten.current = true;
      setState('saving');
      setChanged(latest.current);
      timer.current ??= setTimeout(write, PAUSE_MS);
    },
    [write],
  );

  /** Finished or given up: the draft goes. */
  const done = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    unwritten.current = false;
    await dropDraft(key).catch(console.error);
  }, [key]);

  return { value: { ...stored, ...changed }, change, state, ready, done };
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** A pause between two writes while typing goes on: text is never further from the disk than this. */
const PAUSE_MS = 250;
/** How soon a failed write is tried again. */
const RETRY_MS = 2_000;

export type SaveState = 'saved' | 'saving' | 'failed';

interface SavedText {
  text: string;
  state: SaveState;
  /** When the last write succeeded, while the state is failed. */
  since: Date | undefined;
  type: (text: string) => void;
  /** Writes at once what is not written yet; for blur. */
  flush: () => void;
}

/**
 * A text that is saved as it is typed: at most a quarter of a second late, at once when the field is left, the
 * page hidden or the component taken away. A failed write keeps the text and tries again.
 * `stored` is what storage holds; it is shown as long as nothing typed here waits to be written.
 */
export function useSavedText(stored: string, save: (text: string) => Promise<unknown>): SavedText {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('saved');
  const [since, setSince] = useState<Date>();
  const waiting = useRef<string | undefined>(undefined);
  const writing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saveNow = useRef(save);
  saveNow.current = save;

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (waiting.current === undefined || writing.current) return;
    const next = waiting.current;
    writing.current = true;
    try {
      await saveNow.current(next);
      if (waiting.current === next) waiting.current = undefined;
      setState(waiting.current === undefined ? 'saved' : 'saving');
      setSince(undefined);
    } catch (error) {
      console.error('peerside: not saved', error);
      setState('failed');
      setSince((before) => before ?? new Date());
    }
    writing.current = false;
    if (waiting.current !== undefined)
      timer.current ??= setTimeout(flush, waiting.current === next ? RETRY_MS : PAUSE_MS);
  }, []);

  const type = useCallback(
    (next: string) => {
      setText(next);
      setState((now) => (now === 'failed' ? now : 'saving'));
      waiting.current = next;
      timer.current ??= setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );

  useEffect(() => {
    if (waiting.current === undefined) setText(stored);
  }, [stored]);

  useEffect(() => {
    const hide = () => void flush();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', hide);
      hide();
    };
  }, [flush]);

  return { text, state, since, type, flush };
}

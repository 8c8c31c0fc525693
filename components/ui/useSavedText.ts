import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOnLeave } from './useOnLeave.ts';

/** A pause between two writes while typing goes on: text is never further from the disk than this. */
const PAUSE_MS = 250;
/** How soon a failed write is tried again. */
const RETRY_MS = 2_000;
/** How many own writes are remembered until they come back; more are never on their way. */
const ECHOES = 8;

export type SaveState = 'saved' | 'saving' | 'failed';

interface SavedText {
  text: string;
  state: SaveState;
  /** When the writes began to fail, while they do. */
  since: Date | undefined;
  type: (text: string) => void;
  /** Writes at once what is not written yet; for blur. */
  flush: () => void;
}

/** A text as it is recognised when storage gives it back: some of what saves here trims it. */
const bare = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * A text that is saved as it is typed: at most a quarter of a second late, at once when the field is left, the
 * page hidden or the component taken away. A failed write keeps the text and tries again, also after that.
 * `stored` is what storage holds; a change of it that was not made here is shown as long as nothing typed waits.
 * `onLeaving` is handed what is not written yet when the page goes away, as the write may not get through any more;
 * where it is given, `save` keeps what it cannot write, and a text taken away is not tried again from here.
 * Both are told what the text was typed over, so that what another window has written since is not lost.
 */
export function useSavedText(
  stored: string,
  save: (text: string, base: string) => Promise<unknown>,
  onLeaving?: (text: string, base: string) => void,
): SavedText {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('saved');
  const [since, setSince] = useState<Date>();
  const waiting = useRef<string | undefined>(undefined);
  const writing = useRef(false);
  const gone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was written here and has not come back yet: a late echo is not somebody else's change. */
  const echoes = useRef<string[]>([]);
  /** What storage held when it was last shown or written here. */
  const base = useRef(stored);
  const calls = useRef({ save, onLeaving });
  calls.current = { save, onLeaving };

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (writing.current) return;
    writing.current = true;
    let failed = false;
    while (waiting.current !== undefined && !failed) {
      const next: string = waiting.current;
      echoes.current = [...echoes.current, bare(next)].slice(-ECHOES);
      try {
        await calls.current.save(next, base.current);
        base.current = next;
        if (waiting.current === next) waiting.current = undefined;
        setState(waiting.current === undefined ? 'saved' : 'saving');
        setSince(undefined);
      } catch (error) {
        failed = true;
        echoes.current.pop();
        console.error('peerside: not saved', error);
        setState('failed');
        setSince((before) => before ?? new Date());
      }
      // Typed meanwhile, and nobody waits for it: after the pause.
      if (!failed && timer.current) break;
    }
    writing.current = false;
    if (failed && !(gone.current && calls.current.onLeaving)) timer.current ??= setTimeout(flush, RETRY_MS);
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
    const at = echoes.current.lastIndexOf(bare(stored));
    if (at >= 0) echoes.current.splice(0, at);
    else {
      echoes.current = [];
      if (waiting.current === undefined) {
        setText(stored);
        base.current = stored;
      }
    }
  }, [stored]);

  useLayoutEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const leave = useCallback(() => {
    if (waiting.current !== undefined) calls.current.onLeaving?.(waiting.current, base.current);
    void flush();
  }, [flush]);
  useOnLeave(flush, leave);

  return { text, state, since, type, flush };
}

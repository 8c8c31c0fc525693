import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Picks } from '../../prep/capture-names.ts';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';

/** A pause between two writes while typing goes on. */
const PAUSE_MS = 250;

/** What is typed and not saved yet, and whom it was guessed to be about while it was typed. */
export interface CaptureDraft {
  text: string;
  personIds: readonly string[];
  picks: Picks;
}

/** The draft kept under a name; undefined when there is none, or none that this version can read. */
export async function readCaptureDraft(key: string): Promise<CaptureDraft | undefined> {
  const stored = (await readDraft(key)) as Partial<CaptureDraft> | undefined;
  if (typeof stored?.text !== 'string' || stored.text.trim() === '') return undefined;
  return {
    text: stored.text,
    personIds: Array.isArray(stored.personIds) ? stored.personIds : [],
    picks: stored.picks && typeof stored.picks === 'object' ? stored.picks : {},
  };
}

/**
 * Keeps a draft while it is typed: a quarter of a second late at most, at once when the page is hidden or closed.
 * An empty one is dropped.
 */
export function useDraft(key: string) {
  const waiting = useRef<CaptureDraft | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const draft = waiting.current;
    waiting.current = undefined;
    if (!draft) return;
    const written = draft.text.trim() === '' ? dropDraft(key) : writeDraft(key, draft);
    last.current = Promise.all([last.current, written]).catch((error: unknown) =>
      console.error('peerside: the draft was not kept', error),
    );
  }, [key]);

  const keep = useCallback(
    (draft: CaptureDraft) => {
      waiting.current = draft;
      timer.current ??= setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );

  /** It was saved: nothing is left to keep. */
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    waiting.current = undefined;
    await last.current;
    await dropDraft(key);
  }, [key]);

  // A layout effect: its end comes with the unmounting, not after it.
  useLayoutEffect(() => {
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { keep, drop };
}

import { useCallback, useRef } from 'preact/hooks';
import type { Picks } from '../../prep/capture-names.ts';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';

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
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const flush = useCallback(() => {
    const draft = waiting.current;
    waiting.current = undefined;
    if (!draft) return;
    const written = draft.text.trim() === '' ? dropDraft(key) : writeDraft(key, draft);
    last.current = Promise.all([last.current, written]).catch((error: unknown) =>
      console.error('peerside: the draft was not kept', error),
    );
  }, [key]);
  const { soon, stop } = useSaveSoon(flush);

  const keep = useCallback(
    (draft: CaptureDraft) => {
      waiting.current = draft;
      soon();
    },
    [soon],
  );

  /** It was saved: nothing is left to keep. */
  const drop = useCallback(async () => {
    stop();
    waiting.current = undefined;
    await last.current;
    await dropDraft(key);
  }, [key]);

  return { keep, drop };
}

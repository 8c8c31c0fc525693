import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Picks } from '../../prep/capture-names.ts';
import type { Slot } from '../../storage/draft-slots.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';

/** What is typed and not saved yet, and whom it was guessed to be about while it was typed. */
export interface CaptureDraft {
  text: string;
  personIds: readonly string[];
  picks: Picks;
}

/** A draft as it was stored; undefined when it is none, or none that this version can read. */
function readCapture(draft: unknown): CaptureDraft | undefined {
  const stored = draft as Partial<CaptureDraft> | null;
  if (typeof stored?.text !== 'string' || stored.text.trim() === '') return undefined;
  return {
    text: stored.text,
    personIds: Array.isArray(stored.personIds) ? stored.personIds : [],
    picks: stored.picks && typeof stored.picks === 'object' ? stored.picks : {},
  };
}

const slots = () => import('../../storage/draft-slots.ts');

/**
 * Keeps a draft while it is typed: a quarter of a second late at most, at once when the page is hidden or closed; in a
 * place that no other window has. An empty one is dropped.
 */
export function useDraft(key: string) {
  const waiting = useRef<CaptureDraft | undefined>(undefined);
  const place = useRef<Slot<CaptureDraft> | undefined>(undefined);
  const gone = useRef(false);

  const flush = useCallback(async () => {
    // Without a place it waits for one.
    if (!place.current && waiting.current && !gone.current) await take('empty').catch(told);
    const draft = waiting.current;
    if (!place.current || !draft) return;
    waiting.current = undefined;
    await place.current.keep(draft.text.trim() === '' ? undefined : draft).catch(told);
  }, [key]);
  const { soon, stop } = useSaveSoon(flush);

  const take = async (want: 'any' | 'empty') => {
    const { takeSlot } = await slots();
    const slot = await takeSlot(key, readCapture, want);
    if (gone.current) void slot?.free();
    else place.current = slot;
    return slot?.begun;
  };
  useLayoutEffect(
    () => () => {
      gone.current = true;
      void place.current?.free();
    },
    [],
  );

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
    await place.current?.keep(undefined);
  }, [key]);

  /** Takes a place, first one that holds what was begun in a window that is gone; answers that. */
  const begin = () => take('any');
  return { begin, keep, drop };
}

function told(error: unknown) {
  console.error('peerside: the draft was not kept', error);
}

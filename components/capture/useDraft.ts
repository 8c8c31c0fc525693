import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Picks } from '../../prep/capture-names.ts';
import type { Slot } from '../../storage/draft-slots.ts';
import type { Saving } from '../../storage/save-capture.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';

/** What writes is fetched while something is being typed: the box is there without it. */
export const loadSaving = () => import('../../storage/save-capture.ts');

/** What is typed and not saved yet, and whom it was guessed to be about while it was typed. */
export interface CaptureDraft {
  text: string;
  personIds: readonly string[];
  picks: Picks;
  /** What of it is just being saved, and the id that tells later whether that went through. */
  saving?: Saving | undefined;
}

/** A draft as it was stored; undefined when it is none, or none that this version can read. */
function readCapture(draft: unknown): CaptureDraft | undefined {
  const stored = draft as Partial<CaptureDraft> | null;
  if (typeof stored?.text !== 'string' || stored.text.trim() === '') return undefined;
  return {
    text: stored.text,
    personIds: Array.isArray(stored.personIds) ? stored.personIds : [],
    picks: stored.picks && typeof stored.picks === 'object' ? stored.picks : {},
    saving: stored.saving,
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
  const saving = useRef<Saving | undefined>(undefined);

  const flush = useCallback(async () => {
    // Without a place it waits for one.
    if (!place.current && waiting.current && !gone.current) await take('empty').catch(told);
    const draft = waiting.current;
    if (!place.current || !draft) return;
    waiting.current = undefined;
    const kept = draft.text.trim() === '' ? undefined : { ...draft, saving: saving.current };
    await place.current.keep(kept).catch(told);
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

  /** It is being saved: keeps it at once, with the id that the saving is to be noted under. @returns that id */
  const mark = async (draft: CaptureDraft) => {
    const id = crypto.randomUUID();
    saving.current = { id, text: draft.text };
    waiting.current = draft;
    await flush();
    return id;
  };

  /** It was saved: only `rest` is left to keep. Never throws: a draft that stays says by its id that it was saved. */
  const end = async (rest: CaptureDraft) => {
    stop();
    saving.current = undefined;
    waiting.current = rest;
    await flush();
  };

  /**
   * Takes a place, first one that holds what was begun in a window that is gone; answers that, without what was saved
   * of it before all closed.
   */
  const begin = async () => {
    const draft = await take('any');
    if (!draft?.saving) return draft;
    const text = await (await loadSaving()).unsavedOf(draft.text, draft.saving);
    if (text !== '') return { ...draft, text };
    await place.current?.keep(undefined);
    return undefined;
  };
  return { begin, keep, mark, end };
}

function told(error: unknown) {
  console.error('peerside: the draft was not kept', error);
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Line, takeBegunLine, takeEmptyLine } from '../../storage/draft-lines.ts';
import { leaving, type Slot } from '../../storage/draft-slots.ts';
import { useSavedText } from '../ui/useSavedText.ts';

/** The words of a line that was begun. */
export const textOf = (line: Line | undefined) => (typeof line === 'object' ? line.text : (line ?? ''));
/** What was chosen for it by hand. */
export const choiceOf = (line: Line | undefined) => (typeof line === 'object' ? line.as : undefined);
/** A line with what was chosen for it. */
export const lineOf = (text: string, as: string | undefined): Line => (as ? { text, as } : text);

/**
 * The text of a line, kept as it is typed in a place of `draft` that no other window has: in that of `begun`, else in an
 * empty one; with `offer` first in one that was begun in a window that is gone, whose text is shown then, unless something has been
 * typed meanwhile. Typing never waits for the place. It is let go of when the line is taken away and all of it is kept.
 */
export function useKeptLine(draft: string | undefined, begun?: Slot<Line>, offer = false, as?: string) {
  const [shown, setShown] = useState(textOf(begun?.begun));
  const choice = useRef(as);
  choice.current = as;
  const worthKeeping = (text: string) => (text.trim() === '' ? undefined : lineOf(text, choice.current));
  const latest = useRef(shown);
  const kept = useRef(shown);
  const place = useRef(begun);
  const taking = useRef<Promise<void> | undefined>(undefined);
  /** Called when nothing is held any more, once the line was taken away. */
  const left = useRef<(() => void) | undefined>(undefined);

  const take = async (of: string) => {
    try {
      const old = offer ? await takeBegunLine(of) : undefined;
      if (old?.begun !== undefined && latest.current === '') {
        latest.current = kept.current = textOf(old.begun);
        place.current = old;
        setShown(latest.current);
      } else {
        void old?.free();
        place.current = await takeEmptyLine(of);
      }
    } finally {
      // Could not be had: asked for again with the next try to keep.
      taking.current = undefined;
      void letGo();
    }
  };
  const letGo = async () => {
    if (!left.current || taking.current || kept.current !== latest.current) return;
    await place.current?.free();
    left.current();
  };
  const line = useSavedText(shown, async (text) => {
    if (draft === undefined) return;
    if (!place.current) {
      taking.current ??= take(draft);
      await taking.current;
    }
    await place.current?.keep(worthKeeping(text));
    kept.current = text;
    void letGo();
  });

  useLayoutEffect(() => {
    if (draft === undefined) return;
    if (!place.current) {
      taking.current = take(draft);
      taking.current.catch((error: unknown) => console.error('peerside: no place for a draft', error));
    }
    // Nothing that is waited for comes once the page closes, and something may be on its way.
    const close = () => {
      if (kept.current !== latest.current) void place.current?.keep(worthKeeping(latest.current));
    };
    addEventListener('pagehide', close);
    return () => {
      removeEventListener('pagehide', close);
      leaving(
        new Promise<void>((done) => {
          left.current = done;
          void letGo();
        }),
      );
    };
  }, []);

  const type = (text: string) => {
    latest.current = text;
    line.type(text);
  };
  const first = useRef(true);
  useLayoutEffect(() => {
    // Chosen after it was written.
    if (!first.current) line.type(latest.current);
    first.current = false;
  }, [as]);
  return { text: line.text, latest, type, flush: line.flush };
}

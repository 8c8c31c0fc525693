import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Picks } from '../../prep/capture-names.ts';
import { ownWindowId } from '../../storage/current-event.ts';
import { useDraft } from './useDraft.ts';

/** What was typed before this component was there, and where the cursor stood. */
export interface Early {
  text: string;
  caret: number;
}

/**
 * The text of a capture. It is the only truth: a change of an item is written into it. It is kept as a draft with the
 * guess it was typed under, so that it never goes to the person of the event that is opened next.
 * `personIds`: whom it is about; undefined: guessed from the calendar.
 */
export function useCaptureText(
  draftKey: string,
  personIds: readonly string[] | undefined,
  early: Early | undefined,
) {
  const [text, setText] = useState(early?.text ?? '');
  // Where the cursor is to be put after a change that was not typed.
  const [caret, setCaret] = useState({ at: early?.caret ?? 0 });
  const [guess, setGuess] = useState<readonly string[] | undefined>(personIds);
  const [picks, setPicks] = useState<Picks>({});
  const [drafted, setDrafted] = useState(false);
  const restored = useRef(false);
  const { begin, keep, mark, end } = useDraft(draftKey);

  useEffect(() => {
    const start = async () => {
      const draft = await begin().catch(() => undefined);
      if (draft) {
        restored.current = true;
        setText((typed) => {
          const whole = typed === '' ? draft.text : `${draft.text}\n${typed}`;
          setCaret({ at: whole.length });
          return whole;
        });
        setPicks(draft.picks);
        setGuess(draft.personIds);
      }
      setDrafted(true);
      if (!draft && !personIds) setGuess(await guessFromCalendar().catch((): string[] => []));
    };
    void start();
  }, [draftKey]);

  const given = personIds?.join('\n');
  useEffect(() => {
    if (given !== undefined && !restored.current) setGuess(given === '' ? [] : given.split('\n'));
  }, [given]);

  // Before the old draft was read, a write would replace it. A layout effect, so that not even the last letter before
  // the popup closes is missing.
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!drafted) return;
    if (!first.current || text !== '') keep({ text, personIds: guess ?? [], picks });
    first.current = false;
  }, [drafted, text, guess, picks, keep]);

  const type = (next: string, at?: number) => {
    setText(next);
    if (at !== undefined) setCaret({ at });
  };
  const pick = (more: Picks) => setPicks({ ...picks, ...more });
  const draftOf = (words: string) => ({ text: words, personIds: guess ?? [], picks });
  /** Its text is being saved. @returns the id to save it under */
  const saving = () => mark(draftOf(text));
  /** Its text was saved: goes on with the rest. */
  const saved = (rest: string) => {
    type(rest, rest.length);
    return end(draftOf(rest));
  };
  return { text, caret, guess, picks, drafted, type, pick, saving, saved };
}

/** Fetched apart: the box is there before anything is guessed. */
async function guessFromCalendar(): Promise<string[]> {
  const { guessPeople } = await import('../../storage/capture-guess.ts');
  return guessPeople(await ownWindowId());
}

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ReadDate, type Understood, understand } from '../../prep/capture.ts';
import { type CaptureChange, changeItem } from '../../prep/capture-edit.ts';
import { type Picks, pickKey } from '../../prep/capture-names.ts';
import type { Person } from '../../prep/records/person.ts';
import { roster } from '../../prep/spot.ts';
import { guessPeople } from '../../storage/capture-guess.ts';
import { ownWindowId } from '../../storage/current-event.ts';
import { loadReadDate } from '../../storage/date-reader.ts';
import { namesOf } from './labels.ts';
import { readCaptureDraft, useDraft } from './useDraft.ts';

/** What was typed before this component was there, and where the cursor stood. */
export interface Early {
  text: string;
  caret: number;
}

interface Options {
  draftKey: string;
  /** Everybody who is not archived; empty until read. */
  people: readonly Person[];
  /** Whom it is about; undefined: guessed from the calendar. */
  personIds: readonly string[] | undefined;
  early: Early | undefined;
  today: string;
}

/** How many items are shown; more would stand in the way of typing. */
export const SHOWN = 40;

/**
 * The text of a capture and what it is understood as. The text is the only truth: a change of an item is written
 * into it. It is kept as a draft with the guess it was typed under, so that it never goes to the next person opened.
 */
export function useCapture({ draftKey, people, personIds, early, today }: Options) {
  const [text, setText] = useState(early?.text ?? '');
  // Where the cursor is to be put after a change that was not typed.
  const [caret, setCaret] = useState<{ at: number }>({ at: early?.caret ?? 0 });
  const [guess, setGuess] = useState<readonly string[]>(personIds ?? []);
  const [picks, setPicks] = useState<Picks>({});
  const [ready, setReady] = useState(false);
  const restored = useRef(false);
  const { keep, drop } = useDraft(draftKey);

  useEffect(() => {
    const start = async () => {
      const [draft, guessed] = await Promise.all([
        readCaptureDraft(draftKey).catch(() => undefined),
        personIds ??
          ownWindowId()
            .then(guessPeople)
            .catch(() => []),
      ]);
      if (draft) {
        restored.current = true;
        setText((typed) => {
          const whole = typed === '' ? draft.text : `${draft.text}\n${typed}`;
          setCaret({ at: whole.length });
          return whole;
        });
        setPicks(draft.picks);
      }
      setGuess(draft?.personIds ?? guessed);
      setReady(true);
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
    if (!ready) return;
    if (!first.current || text !== '') keep({ text, personIds: guess, picks });
    first.current = false;
  }, [ready, text, guess, picks, keep]);

  const readDate = useReadDate(text.trim() !== '');
  const known = useMemo(() => roster(people, { emails: [], name: '' }), [people]);
  const about = useMemo(() => {
    const there = new Set(people.map((person) => person.id));
    return guess.filter((id) => there.has(id));
  }, [guess, people]);
  const items = useMemo(
    () => understand(text, { known, today, readDate: atMost(readDate, SHOWN), guess: about, picks }),
    [text, known, today, readDate, about, picks],
  );

  const type = (next: string, at?: number) => {
    setText(next);
    if (at !== undefined) setCaret({ at });
  };
  const change = (item: Understood, what: CaptureChange) => {
    const names = namesOf(item.personIds, people);
    type(changeItem(text, item, what, names, readDate && { readDate, today }));
  };
  /** Sets the people of an item, or who its open @name is. A name that others have, too, is remembered beside the text. */
  const assign = (item: Understood, chosen: readonly Person[]) => {
    remember(chosen);
    change(item, { names: chosen.map((person) => person.name) });
  };
  const settle = (item: Understood, person: Person) => {
    remember([person]);
    change(item, item.open ? { settled: person.name } : { names: [person.name] });
  };
  const remember = (chosen: readonly Person[]) => {
    const asked = chosen.map((person): [string, string] => [pickKey(person.name), person.id]);
    setPicks({ ...picks, ...Object.fromEntries(asked.filter(([name, id]) => !isOnly(name, id))) });
  };
  const isOnly = (name: string, id: string) => {
    const [person, other] = people.filter((one) => pickKey(one.name).startsWith(name));
    return person?.id === id && other === undefined;
  };

  /** Understands the text once more with its dates read, for saving. */
  const understood = async () => {
    const reader = readDate ?? (await loadReadDate());
    return understand(text, { known, today, readDate: reader, guess: about, picks });
  };

  return { text, caret, items, guess: about, type, change, assign, settle, understood, drop };
}

/** A reader that reads so many dates: those of a pasted list of thousands would hold up each letter, and are read when it is saved. */
function atMost(read: ReadDate | undefined, times: number): ReadDate | undefined {
  let left = times;
  return read && ((text, today) => (left-- > 0 ? read(text, today) : undefined));
}

function useReadDate(wanted: boolean): ReadDate | undefined {
  const [reader, setReader] = useState<{ read: ReadDate }>();
  useEffect(() => {
    if (!wanted || reader) return;
    loadReadDate().then(
      (read) => setReader({ read }),
      (error: unknown) => console.error('peerside: dates are not read', error),
    );
  }, [wanted]);
  return reader?.read;
}

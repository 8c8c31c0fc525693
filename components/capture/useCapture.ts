import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadDate, Understood } from '../../prep/capture.ts';
import type { CaptureChange } from '../../prep/capture-edit.ts';
import { pickKey } from '../../prep/capture-names.ts';
import type { Person } from '../../prep/records/person.ts';
import { type Early, useCaptureText } from './useCaptureText.ts';

/** How many items are shown. */
export const SHOWN = 40;

/** Fetched once the box is painted. */
export const loadUnderstanding = () => import('./understanding.ts');
type Understanding = Awaited<ReturnType<typeof loadUnderstanding>>;

interface Options {
  draftKey: string;
  /** Everybody who is not archived; empty until read. */
  people: readonly Person[];
  /** Whom it is about; undefined: guessed from the calendar. */
  personIds: readonly string[] | undefined;
  early: Early | undefined;
  today: string;
}

/** The text of a capture, what it is understood as, and the ways to change that. */
export function useCapture({ draftKey, people, personIds, early, today }: Options) {
  const typed = useCaptureText(draftKey, personIds, early);
  const { text, caret, guess, picks, drafted, type, pick, saving, saved } = typed;
  const latest = useRef(text);
  latest.current = text;
  const [by, setBy] = useState<Understanding>();
  useEffect(() => {
    loadUnderstanding().then(setBy, (error: unknown) => console.error('peerside', error));
  }, []);
  const readDate = useReadDate(text.trim() === '' ? undefined : by);

  const about = useMemo(() => {
    const there = new Set(people.map((person) => person.id));
    return (guess ?? []).filter((id) => there.has(id));
  }, [guess, people]);
  const known = useMemo(() => by?.roster(people, { emails: [], name: '' }), [by, people]);
  const items = useMemo(() => {
    if (!by || !known) return [];
    return by.understand(text, {
      known,
      people,
      today,
      readDate: atMost(readDate, SHOWN),
      guess: about,
      picks,
    });
  }, [by, known, people, text, today, readDate, about, picks]);

  const change = (item: Understood, what: CaptureChange) => {
    const names = item.personIds.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
    const now = latest.current;
    // A peer who is made takes a moment: what was typed after the text meanwhile stays. Changed in its midst, it is left.
    if (!by || !now.startsWith(text)) return;
    type(by.changeItem(text, item, what, names, readDate && { readDate, today }) + now.slice(text.length));
  };
  /** Sets the people of an item. A name that others have, too, is remembered beside the text. */
  const assign = (item: Understood, chosen: readonly Person[]) => {
    pick(ambiguous(chosen, people));
    change(item, { names: chosen.map((person) => person.name) });
  };
  /** Says who its open @name is, or whom it is for when it names nobody. */
  const settle = (item: Understood, person: Person) => {
    pick(ambiguous([person], people));
    change(item, item.open ? { settled: person.name } : { names: [person.name] });
  };
  /** Understands the text with all of its dates read, for saving. */
  const understood = async () => {
    const { loadReadDate, roster, understand } = by ?? (await loadUnderstanding());
    const all = { known: roster(people, { emails: [], name: '' }), people, guess: about, picks, today };
    return understand(text, { ...all, readDate: readDate ?? (await loadReadDate()) });
  };

  /** Whether all is known that decides where a line goes. */
  const ready = drafted && guess !== undefined && by !== undefined;
  return {
    text,
    caret,
    items,
    guess: about,
    drafted,
    ready,
    type,
    change,
    assign,
    settle,
    understood,
    saving,
    saved,
  };
}

/** The chosen whose name fits others, too: by what is typed for them. */
function ambiguous(chosen: readonly Person[], people: readonly Person[]): Record<string, string> {
  const asked = chosen.map((person): [string, string] => [pickKey(person.name), person.id]);
  return Object.fromEntries(
    asked.filter(([name]) => people.filter((one) => pickKey(one.name).startsWith(name)).length > 1),
  );
}

/** A reader that reads so many dates: those of a pasted list of thousands would hold up each letter, and are read when it is saved. */
function atMost(read: ReadDate | undefined, times: number): ReadDate | undefined {
  let left = times;
  return read && ((text, today) => (left-- > 0 ? read(text, today) : undefined));
}

function useReadDate(by: Understanding | undefined): ReadDate | undefined {
  const [reader, setReader] = useState<{ read: ReadDate }>();
  useEffect(() => {
    if (!by || reader) return;
    by.loadReadDate().then(
      (read) => setReader({ read }),
      (error: unknown) => console.error('peerside: dates are not read', error),
    );
  }, [by]);
  return reader?.read;
}

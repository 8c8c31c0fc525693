import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import type { SearchTable } from '../../prep/search-entries.ts';
import { readQuery, type SearchQuery } from '../../prep/search-query.ts';
import { localDay } from '../../storage/record.ts';
import { type SearchAnswer, search } from '../../storage/search.ts';
import { SearchIndex, type SearchStanding } from '../../storage/search-index.ts';
import { locale } from '../../storage/words.ts';

interface Searching {
  standing: SearchStanding;
  query: SearchQuery;
  /** The answer to the text as it is, or to the one before while that is looked for; undefined: none yet. */
  answer: SearchAnswer | undefined;
  /** The text that it is the answer to, and its words. */
  answered: string | undefined;
  words: readonly string[];
  /** An answer could not be read. */
  error: unknown;
  /** There are vent notes, which are left out. */
  vents: boolean;
}

/** Searches as the text changes, and again when the records do. `more`: how many of a kind are wanted, over the first few. */
export function useSearch(
  text: string,
  people: readonly Person[],
  more: Partial<Record<SearchTable, number>>,
  now: Date,
): Searching {
  const [index, setIndex] = useState<SearchIndex>();
  const [version, redraw] = useState(0);
  const [answered, setAnswered] = useState<{
    answer?: SearchAnswer;
    to?: string;
    words?: readonly string[];
    error?: unknown;
  }>({});
  const latest = useRef(0);

  // A layout effect: it begins before the first key.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const opened = new SearchIndex(() => redraw((count) => count + 1), stop.signal);
    setIndex(opened);
    void opened.open();
    return () => stop.abort();
  }, []);

  const query = readQuery(text, people, localDay(now), locale());
  const standing = index?.standing ?? { state: 'loading', done: 0, rows: 0 };
  const ready = standing.state !== 'loading' && !isEmpty(query);

  // A layout effect: an effect would wait for the next frame.
  useLayoutEffect(() => {
    latest.current += 1;
    const own = latest.current;
    if (!index || !ready) return setAnswered({});
    search(index, query, more).then(
      (answer) => own === latest.current && setAnswered({ answer, to: text, words: query.words }),
      (error: unknown) => own === latest.current && setAnswered((last) => ({ ...last, error })),
    );
  }, [text, people, more, index, ready, version]);

  return {
    standing,
    query,
    answer: answered.answer,
    answered: answered.to,
    words: answered.words ?? NONE,
    error: answered.error,
    vents: index !== undefined && ready && !query.vent && index.hasVents,
  };
}

const NONE: readonly string[] = [];

/** Nothing is looked for: what is typed so far is no word and no filter. */
export function isEmpty(query: SearchQuery): boolean {
  const { words, people, open, vent, from, before } = query;
  return words.length + people.length === 0 && [open, vent, from, before].every((one) => one === undefined);
}

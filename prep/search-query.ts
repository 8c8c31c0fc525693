import { fold } from './fold.ts';
import { isBegun, readSpan, type Span } from './search-days.ts';
import { searchText } from './search-text.ts';

/** What can be wrong with a filter; the rest of the query is searched all the same, without it. */
export type QueryProblem =
  | { kind: 'nobody'; value: string }
  | { kind: 'no-day'; filter: 'before' | 'after'; value: string }
  | { kind: 'no-state'; value: string }
  | { kind: 'never'; after: string; before: string };

/** A query as it was understood. */
export interface SearchQuery {
  /** Each has to be found; as `searchText` gives them. */
  words: string[];
  /** For each `with:` whom it may mean, by id. */
  people: string[][];
  /** From `is:open` and `is:closed`. */
  open?: boolean;
  /** From `is:vent`. */
  vent?: boolean;
  /** The first day that is wanted, and the first that is no more, `YYYY-MM-DD`. */
  from?: string;
  before?: string;
  problems: QueryProblem[];
}

/** One word of a query as it stands in it. */
interface Token {
  from: number;
  to: number;
  /** `with`, `is`, `before`, `after`; '' for a word. */
  filter: string;
  value: string;
  /** Where the value begins, its quote included. */
  valueFrom: number;
}

const FILTERS = ['with', 'is', 'before', 'after'];

/** A filter and its value, a value in quotes, words in quotes, or one word. A quote that is not closed goes to the end. */
const TOKEN = /(\p{L}+):(?=\s|$)|(?:(\p{L}+):)?(?:["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s"“”„]+))/gu;

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const { 0: whole, 1: bare, 2: named, 3: quoted, 4: plain, index } = match;
    const name = (named ?? bare ?? '').toLowerCase();
    const filter = FILTERS.includes(name) ? name : '';
    const value = quoted ?? plain ?? '';
    const prefix = (named ?? bare) === undefined ? 0 : name.length + 1;
    return {
      from: index,
      to: index + whole.length,
      filter,
      // What only looks like a filter ("re:launch", "https://") is a word like any other.
      value: filter === '' && prefix > 0 ? whole.replaceAll(/["“”„]/g, '') : value,
      valueFrom: index + (filter === '' ? 0 : prefix),
    };
  });
}

/** Somebody who can be named after `with:`. */
export interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
}

/**
 * Whom a part of a name may mean: whole names and aliases first; else everybody with words that begin with its words.
 * Case and accents folded; sorted as they came.
 */
export function peopleNamed<N extends Named>(typed: string, people: readonly N[]): N[] {
  const wanted = fold(typed).trim().replace(/\s+/g, ' ');
  if (wanted === '') return [...people];
  const all = people.map((person) => ({
    person,
    names: [person.name, ...person.aliases].map((name) => fold(name).trim().replace(/\s+/g, ' ')),
  }));
  const exact = all.filter(({ names }) => names.includes(wanted));
  const begun = all.filter(
    ({ names }) =>
      !names.includes(wanted) &&
      names.some((name) => {
        const own = name.split(/[\s'’-]+/);
        return (
          name.startsWith(wanted) ||
          wanted.split(' ').every((word) => own.some((one) => one.startsWith(word)))
        );
      }),
  );
  return [...exact, ...begun].map(({ person }) => person);
}

/**
 * Understands what stands in the search field. A filter that is not finished (`with:` and nothing after it) narrows
 * nothing; one that makes no sense is a problem, and narrows nothing either.
 * @param today `YYYY-MM-DD`
 */
export function readQuery(
  text: string,
  people: readonly Named[],
  today: string,
  locale: string,
): SearchQuery {
  const query: SearchQuery = { words: [], people: [], problems: [] };
  for (const { filter, value } of tokens(text)) {
    if (filter === '') {
      const word = searchText(value);
      if (word !== '' && !query.words.includes(word)) query.words.push(word);
    } else if (value.trim() !== '') narrow(query, filter, value, { people, today, locale });
  }
  if (query.from !== undefined && query.before !== undefined && query.from >= query.before) {
    query.problems.push({ kind: 'never', after: query.from, before: query.before });
  }
  return query;
}

interface Known {
  people: readonly Named[];
  today: string;
  locale: string;
}

function narrow(query: SearchQuery, filter: string, value: string, known: Known): void {
  if (filter === 'with') {
    const meant = peopleNamed(value, known.people);
    if (meant.length === 0) query.problems.push({ kind: 'nobody', value });
    else query.people.push(wholeNames(value, meant).map(({ id }) => id));
  } else if (filter === 'is') {
    const state = searchText(value);
    if (state === 'open' || state === 'closed') query.open = state === 'open';
    else if (state === 'vent') query.vent = true;
    else if (!['open', 'closed', 'vent'].some((one) => one.startsWith(state))) {
      query.problems.push({ kind: 'no-state', value });
    }
  } else narrowDays(query, filter === 'before' ? 'before' : 'after', value, known);
}

/** With a whole name written, only those who have it. */
function wholeNames(value: string, meant: readonly Named[]): readonly Named[] {
  const wanted = fold(value).trim();
  const exact = meant.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => fold(one).trim() === wanted),
  );
  return exact.length > 0 ? exact : meant;
}

function narrowDays(query: SearchQuery, filter: 'before' | 'after', value: string, known: Known): void {
  const span: Span | undefined = readSpan(value, known.today, known.locale);
  if (!span) {
    // Nobody is told off in the middle of a word.
    if (!isBegun(value, known.locale)) query.problems.push({ kind: 'no-day', filter, value });
  } else if (filter === 'before') {
    query.before = query.before !== undefined && query.before < span.from ? query.before : span.from;
  } else {
    query.from = query.from !== undefined && query.from > span.from ? query.from : span.from;
  }
}

/** The `with:` that is being written, when the cursor is in one. */
export interface Completing {
  /** What is written of the name. */
  typed: string;
  /** The part of the query that the whole name takes the place of. */
  from: number;
  to: number;
}

/** What is being completed at the cursor; undefined elsewhere. */
export function completing(text: string, cursor: number): Completing | undefined {
  const token = tokens(text).find(
    ({ filter, from, to, valueFrom }) =>
      filter === 'with' && cursor >= valueFrom && from < cursor && cursor <= to,
  );
  return token && { typed: token.value, from: token.valueFrom, to: token.to };
}

/** A name as it stands after `with:`: in quotes when it is more than one word. */
export function quoted(name: string): string {
  const plain = name.replaceAll(/["“”„]/g, '').trim();
  return /[\s:]/.test(plain) ? `"${plain}"` : plain;
}

/** Whether a filter stands in the query, such as `is:open`; in any case. */
export function hasFilter(text: string, filter: string, value: string): boolean {
  return tokens(text).some((token) => token.filter === filter && searchText(token.value) === value);
}

/** The query with a filter, or without it if it stands there. */
export function toggleFilter(text: string, filter: string, value: string): string {
  const own = tokens(text).filter((token) => token.filter === filter && searchText(token.value) === value);
  if (own.length === 0) return `${text.trimEnd()}${text.trim() === '' ? '' : ' '}${filter}:${value}`;
  let left = text;
  for (const { from, to } of own.toReversed()) left = left.slice(0, from) + left.slice(to).trimStart();
  return left.trim();
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { completing, peopleNamed, quoted, toggleFilter } from '../../prep/search-query.ts';

/** The most names that are offered at once. */
const NAMES = 8;

/** A name to put in the place of what was begun. */
export interface Offer {
  /** Its option in the list of names. */
  id: string;
  person: Person;
}

export interface SearchTyping {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  /** The names that fit what is begun at the cursor; none when nothing is, or when they were closed. */
  offers: readonly Offer[];
  /** Something of a name is typed: it is not only offered everybody. */
  begun: boolean;
  /** Typed by hand: it stands in the field already. */
  typed: (field: HTMLInputElement) => void;
  moved: (field: HTMLInputElement) => void;
  clear: () => void;
  complete: (offer: Offer) => void;
  closeOffers: () => void;
  /** Puts `with:` and its like at the end, ready for what comes after it. */
  begin: (filter: string) => void;
  /** Adds `is:open` and its like, or takes it out. */
  toggle: (filter: string, value: string) => void;
}

/** What is typed into the search field, and what can be put there. `onChange` is called whenever it becomes another text. */
export function useSearchField(first: string, people: readonly Person[], onChange: () => void): SearchTyping {
  const [text, setText] = useState(first);
  const [cursor, setCursor] = useState(first.length);
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(first.length, first.length);
  }, []);

  const name = closed ? undefined : completing(text, cursor);
  const fitting = name ? peopleNamed(name.typed, people).slice(0, NAMES) : [];

  const write = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    setClosed(false);
    onChange();
  };
  /** Puts it in the field as well, with the cursor after it. */
  const put = (next: string, at = next.length) => {
    write(next, at);
    if (!field.current) return;
    field.current.value = next;
    field.current.focus();
    field.current.setSelectionRange(at, at);
  };

  return {
    field,
    text,
    offers: fitting.map((person) => ({ id: `name-${person.id}`, person })),
    begun: Boolean(name?.typed),
    typed: ({ value, selectionStart }) => write(value, selectionStart ?? value.length),
    moved: ({ selectionStart }) => setCursor(selectionStart ?? text.length),
    clear: () => put(''),
    complete: ({ person }) => {
      if (!name) return;
      const whole = quoted(person.name);
      const rest = text.slice(name.to);
      put(`${text.slice(0, name.from)}${whole}${rest === '' ? ' ' : rest}`, name.from + whole.length + 1);
    },
    closeOffers: () => setClosed(true),
    begin: (filter) => put(`${text.trimEnd()}${text.trim() === '' ? '' : ' '}${filter}:`),
    toggle: (filter, value) => put(toggleFilter(text, filter, value)),
  };
}

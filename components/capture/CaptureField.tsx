import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { matchPeople, mentionAt, newName } from '../../prep/capture-names.ts';
import { words } from '../../prep/fold.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import styles from './Capture.module.css';
import { PeerList } from './PeerList.tsx';

interface CaptureFieldProps {
  text: string;
  /** Where the cursor goes; a new object puts it there. */
  caret: { at: number };
  people: readonly Person[];
  /** Offered first after a bare @. */
  guess: readonly string[];
  onType: (text: string, caret?: number) => void;
  /** Makes a peer of a name that no peer has; answers with the person. */
  onAddPeer: (name: string) => Promise<Person>;
  /** The peer that Tab would take, and the cursor's place; undefined when the list is closed. */
  onOffer: (offer: { person: Person; at: number } | undefined) => void;
}

/** The one text box, with names completed after @: arrows choose, Enter or Tab takes, Esc closes the list. */
export function CaptureField(props: CaptureFieldProps) {
  const { text, caret, people, guess, onType, onAddPeer, onOffer } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const latest = useRef(text);
  latest.current = text;
  const [at, setAt] = useState(caret.at);
  const [active, setActive] = useState(0);
  // The @ whose list was closed with Esc.
  const [shut, setShut] = useState<number>();
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState(true);
  const id = useId();

  const mention = mentionAt(text, at);
  const names = mention ? offered(mention.typed, people, guess) : [];
  const addable = mention && names.length === 0 ? newName(mention.typed) : undefined;
  const fits = names.length > 0 || addable !== undefined;
  const open = focused && mention !== undefined && mention.from !== shut && fits;
  // A new peer is never made by a key meant for something else: it has to be chosen first.
  const choice = addable === undefined ? Math.min(active, names.length - 1) : active - 1;
  const offer = open ? names[choice] : undefined;

  useLayoutEffect(() => {
    const box = field.current;
    box?.focus();
    // Where it is already nothing is set: that would end the composing of a letter.
    if (box?.selectionStart !== caret.at || box.selectionEnd !== caret.at)
      box?.setSelectionRange(caret.at, caret.at);
    setAt(caret.at);
  }, [caret]);
  useLayoutEffect(() => {
    if (open) setTop(ruler.current?.offsetHeight ?? 0);
  }, [open, text, at]);
  useLayoutEffect(() => {
    onOffer(offer && { person: offer, at });
  }, [offer?.id, at]);

  const look = () => {
    const next = field.current?.selectionStart ?? 0;
    if (next === at) return;
    setAt(next);
    setActive(0);
  };
  const take = (person: Person) => {
    const now = latest.current;
    // A peer who is made takes a moment: what was typed meanwhile stays. Changed before the name, the text is left.
    if (!mention || !now.startsWith(text.slice(0, at))) return;
    const before = `${text.slice(0, mention.from)}@${person.name} `;
    const from = now[at] === ' ' ? at + 1 : at;
    const typed = now.length - text.length - (from - at);
    onType(before + now.slice(from), before.length + Math.max(0, typed));
    setActive(0);
  };
  const add = async () => {
    if (addable) take(await onAddPeer(addable));
  };
  const key = (event: KeyboardEvent) => {
    if (!open || !mention || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = names.length + (addable === undefined ? 0 : 2);
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Escape') setShut(mention.from);
    else if (event.key === 'Tab' && !event.shiftKey && offer) take(offer);
    else if (event.key === 'Enter' && offer && (active > 0 || !isWhole(mention.typed, names))) take(offer);
    else if (event.key === 'Enter' && addable && choice === 0) void add();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={styles.box}>
      <textarea
        ref={field}
        class={`field ${styles.field}`}
        rows={3}
        dir="auto"
        spellcheck
        aria-label={t('captureLabel')}
        placeholder={t('capturePlaceholder')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && choice >= 0 ? `${id}-${choice}` : undefined}
        value={text}
        onInput={(event) => {
          setShut(undefined);
          setActive(0);
          setAt(event.currentTarget.selectionStart);
          onType(event.currentTarget.value);
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onSelect={look}
        onKeyUp={look}
        onClick={look}
        onKeyDown={key}
      />
      {open && (
        <>
          <div ref={ruler} class={styles.ruler} aria-hidden="true">
            {text.slice(0, at)}.
          </div>
          <PeerList
            id={id}
            top={top}
            typed={mention.typed}
            people={names}
            addable={addable}
            active={choice}
            onTake={take}
            onAdd={add}
            onActive={(index) => setActive(addable === undefined ? index : index + 1)}
          />
        </>
      )}
    </div>
  );
}

/** Whom to offer for what was typed after @; a name with a space in it only as long as it fits somebody. */
function offered(typed: string, people: readonly Person[], guess: readonly string[]): Person[] {
  const fits = matchPeople(typed, people, people.length);
  const rank = (person: Person) => Number(!guess.includes(person.id));
  const sorted = typed === '' ? fits.sort((a, b) => rank(a) - rank(b)) : fits;
  return sorted.slice(0, 6);
}

/** What was typed is one peer's name already: Enter begins a new line. */
function isWhole(typed: string, people: readonly Person[]): boolean {
  const said = words(typed).join(' ');
  const isName = ({ name, aliases }: Person) =>
    [words(name)[0], ...[name, ...aliases].map((one) => words(one).join(' '))].includes(said);
  return people.filter(isName).length === 1;
}

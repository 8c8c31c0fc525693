import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import styles from './Choice.module.css';
import { Option } from './Option.tsx';

export interface ChoiceListProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value?: T | undefined;
  onChoose: (value: T) => void;
  /** `back`: the focus belongs to the button again. */
  onClose: (back: boolean) => void;
}

/** A longer pause begins a new word. */
const PAUSE_MS = 800;

/** The list of a Choice: it has the focus while it is open, and names its active option. */
export function ChoiceList<T extends string>({
  label,
  options,
  value,
  onChoose,
  onClose,
}: ChoiceListProps<T>) {
  const chosen = options.findIndex((option) => option.value === value);
  const [at, setAt] = useState(Math.max(0, chosen));
  const list = useRef<HTMLDivElement>(null);
  const begun = useRef({ text: '', when: 0 });
  const id = useId();

  // A layout effect: the next key is already the list's.
  useLayoutEffect(() => {
    openUpwards(list.current);
    list.current?.focus();
    const outside = (event: Event) => {
      if (!list.current?.parentElement?.contains(event.target as Node)) onClose(false);
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, []);

  // A long list scrolls: the active one stays in sight.
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at, id]);

  const choose = (option: { value: T } | undefined) => {
    onClose(true);
    if (option) onChoose(option.value);
  };
  /** Where a typed letter leads: to the next that starts with it, or with all that was typed without a pause. */
  const typed = (letter: string, when: number) => {
    const before = when - begun.current.when < PAUSE_MS ? begun.current.text : '';
    const text = before === letter ? letter : before + letter;
    begun.current = { text, when };
    const first = text.length > 1 ? at : at + 1;
    const order = [...options.keys()].map((index) => (first + index) % options.length);
    const starts = (index: number) =>
      options[index]?.text.toLocaleLowerCase().startsWith(text.toLocaleLowerCase());
    return order.find(starts) ?? at;
  };
  // A space within a name is part of it.
  const isTyping = ({ timeStamp }: Event) =>
    begun.current.text.length > 1 && timeStamp - begun.current.when < PAUSE_MS;
  const key = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last,
    };
    // Shortcuts of the browser and of the page stay theirs.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') return onClose(false);
    if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Enter' || (event.key === ' ' && !isTyping(event))) choose(options[at]);
    else if (event.key in moves) setAt(moves[event.key] ?? at);
    else if (event.key.length === 1) setAt(typed(event.key, event.timeStamp));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      class={`menu ${styles.list}`}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={key}
    >
      {options.map((option, index) => (
        <Option
          key={option.value}
          id={`${id}-${index}`}
          active={index === at}
          onPoint={() => setAt(index)}
          onChoose={() => choose(option)}
        >
          <bdi>{option.text}</bdi>
        </Option>
      ))}
    </div>
  );
}

/** At the foot of a page a list opens upwards, where it has room there: below, it would lie outside of the page. */
function openUpwards(list: HTMLElement | null): void {
  const button = list?.parentElement?.getBoundingClientRect();
  const { bottom = 0, height = 0 } = list?.getBoundingClientRect() ?? {};
  if (list && button && bottom > innerHeight && button.top > height)
    Object.assign(list.style, { top: 'auto', bottom: 'calc(100% + 4px)' });
}

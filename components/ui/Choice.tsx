import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import styles from './Choice.module.css';
import type { ChoiceListProps } from './ChoiceList.tsx';
import { lazy } from './lazy.tsx';

// Right after the first drawing, in which no list is open.
const ChoiceList = lazy<ChoiceListProps<string>>(async () => (await import('./ChoiceList.tsx')).ChoiceList);

interface ChoiceProps<T extends string> {
  /** What the button says to a screen reader, the chosen value included. */
  label: string;
  options: readonly { value: T; text: string }[];
  value?: T | undefined;
  onChoose: (value: T) => void;
  /** What the button shows. */
  children: ComponentChildren;
  class?: string;
}

/**
 * A button that opens a list to choose one from: arrows move, Enter or Space chooses, Esc closes and gives
 * the focus back, typing goes to the next option that starts with what is typed.
 */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChoose, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => void ChoiceList.preload(), []);
  return (
    <span class={styles.choice}>
      <button
        ref={button}
        type="button"
        class={props.class}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <ChoiceList
          label={label}
          options={options}
          value={value}
          onChoose={(chosen) => onChoose(chosen as T)}
          onClose={(back) => {
            setOpen(false);
            if (back) button.current?.focus();
          }}
        />
      )}
    </span>
  );
}

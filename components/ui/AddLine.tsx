import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import styles from './AddLine.module.css';
import { Icon } from './Icon.tsx';

interface AddLineProps {
  label: string;
  /** Adds the line; answers a sentence when it cannot, and then the line stays. */
  onAdd: (text: string) => Promise<string | undefined>;
  onClose: () => void;
  /** Hears each change, for what stands below. */
  onType?: (text: string) => void;
  onKey?: (event: KeyboardEvent) => void;
  /** What the line was understood as, and what can be chosen. */
  children?: ComponentChildren;
}

/** One line to add with: Enter adds and stays for the next, Esc closes, leaving with nothing written closes too. */
export function AddLine({ label, onAdd, onClose, onType, onKey, children }: AddLineProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  // It was just asked for by its button.
  useEffect(() => field.current?.focus(), []);
  const type = (next: string) => {
    setText(next);
    setError(undefined);
    onType?.(next);
  };
  const add = async () => {
    const problem = await onAdd(text);
    if (problem) setError(problem);
    else type('');
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      void add();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else onKey?.(event);
  };
  return (
    <div
      class={styles.line}
      onFocusOut={(event) => {
        const stays = event.currentTarget.contains(event.relatedTarget as Node | null);
        if (!stays && text.trim() === '' && document.hasFocus()) onClose();
      }}
    >
      <input
        class="field"
        type="text"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={1_000}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'add-line-error' : undefined}
        ref={field}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={key}
      />
      {error && (
        <p class="error" id="add-line-error" role="alert">
          <Icon name="warning" size={14} />
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../ui/Icon.tsx';

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onType: (text: string) => void;
  /** More of the input: its type, autocomplete, … */
  input?: JSX.IntrinsicElements['input'];
  /** Stands after the input, in its row. */
  children?: ComponentChildren;
}

/** A labelled line with its hint, and what is wrong with it tied to it. */
export function Field({ id, label, hint, error, value, onType, input, children }: FieldProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <div class="row">
        <input
          class="field"
          type="text"
          dir="auto"
          maxLength={1_000}
          {...input}
          id={id}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        {children}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p class="error" id={id} role="alert">
      <Icon name="warning" size={14} />
      {children}
    </p>
  );
}

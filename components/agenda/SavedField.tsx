import { useId } from 'preact/hooks';
import { useSavedText } from '../ui/useSavedText.ts';
import styles from './agenda.module.css';

interface SavedFieldProps {
  label: string;
  /** What storage holds. */
  stored: string;
  save: (text: string) => Promise<unknown>;
  /** More than one line. */
  long?: boolean;
  placeholder?: string;
}

/** A labelled text that is saved as it is typed. */
export function SavedField({ label, stored, save, long, placeholder }: SavedFieldProps) {
  const id = useId();
  const { text, type, flush } = useSavedText(stored, save);
  const field = {
    id,
    class: 'field',
    dir: 'auto' as const,
    value: text,
    placeholder,
    maxLength: long ? 100_000 : 1_000,
    onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: flush,
  };
  return (
    <div class={styles.field}>
      <label class="meta" for={id}>
        {label}
      </label>
      {long ? <textarea {...field} rows={2} /> : <input {...field} type="text" />}
    </div>
  );
}

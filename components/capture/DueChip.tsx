import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';

interface DueChipProps {
  due: string | null;
  /** `YYYY-MM-DD`. */
  today: string;
  onChange: (due: string | null) => void;
}

/** The due day of a promise; pressed, a field to set another one or none. */
export function DueChip({ due, today, onChange }: DueChipProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const shown = due === null ? t('captureNoDate') : dayText(due, today);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="btn small plain"
        aria-expanded={open}
        aria-label={t('captureDue', due === null ? shown : `${shown}, ${fullDay(due)}`)}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {shown}
        <Icon name="down" size={12} />
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc in any of its fields closes it.
        <div
          class={styles.due}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          <input
            ref={field}
            type="date"
            class="field"
            aria-label={t('captureDueDate')}
            value={due ?? ''}
            min="1000-01-01"
            max="9999-12-31"
            onInput={({ currentTarget: { value } }) => {
              // A year half typed is a day of the first century: it is not meant yet.
              if (/^[1-9]\d{3}-/.test(value)) onChange(value);
            }}
          />
          {due !== null && (
            <button
              type="button"
              class="btn small"
              onClick={() => {
                onChange(null);
                close();
              }}
            >
              {t('captureNoDate')}
            </button>
          )}
        </div>
      )}
    </>
  );
}

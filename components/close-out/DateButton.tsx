import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './close-out.module.css';

interface DateButtonProps {
  /** What the date is of, for screen readers: "You will". */
  label: string;
  /** `YYYY-MM-DD` or null. */
  value: string | null;
  onChange: (day: string | null) => void;
  /** The earliest day; none: any. */
  min?: string;
  /** The latest day; none: any. */
  max?: string;
}

/** A button with a day that turns into a field for one: Enter or leaving keeps it, Esc leaves it as it was. */
export function DateButton({ label, value, onChange, min, max }: DateButtonProps) {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(value);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (open) field.current?.focus();
    else if (back.current) button.current?.focus();
    back.current = false;
  }, [open]);

  const close = (byKey: boolean) => {
    back.current = byKey;
    setOpen(false);
  };
  if (!open) {
    const today = localDay(new Date());
    return (
      <button
        ref={button}
        type="button"
        class={`btn ${styles.date}`}
        aria-label={value ? t('closeOutDateOf', label, fullDay(value)) : t('closeOutNoDateOf', label)}
        onClick={() => {
          before.current = value;
          setOpen(true);
        }}
      >
        <Icon name="date" size={14} />
        {value ? dayText(value, today) : t('closeOutDate')}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="date"
      class={`field ${styles.dateField}`}
      aria-label={t('closeOutNoDateOf', label)}
      value={value ?? ''}
      min={min}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onBlur={() => close(false)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          close(true);
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onChange(before.current);
          close(true);
        }
      }}
    />
  );
}

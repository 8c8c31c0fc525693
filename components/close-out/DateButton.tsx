import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './close-out.module.css';
import { DayField } from './DayField.tsx';

interface DateButtonProps {
  /** What the date is of, for screen readers: "You will". */
  label: string;
  /** `YYYY-MM-DD` or null. */
  value: string | null;
  /** Told once, when the field is left with another day; null: it was emptied. */
  onChange: (day: string | null) => void;
  /** The earliest day, if there is one. */
  min?: string;
  /** The latest day, if there is one. */
  max?: string;
  /** Whether there has to be a day. */
  needed?: boolean;
}

/** A button with a day that turns into a field for one. */
export function DateButton({ label, value, onChange, ...bounds }: DateButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (!open && back.current) button.current?.focus();
    back.current = false;
  }, [open]);
  if (open) {
    return (
      <DayField
        label={t('closeOutNoDateOf', label)}
        value={value}
        onDay={onChange}
        onLeave={(byKey) => {
          back.current = byKey;
          setOpen(false);
        }}
        {...bounds}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      class={`btn ${styles.date}`}
      aria-label={value ? t('closeOutDateOf', label, fullDay(value)) : t('closeOutNoDateOf', label)}
      onClick={() => setOpen(true)}
    >
      <Icon name="date" size={14} />
      {value ? dayText(value, localDay(new Date())) : t('closeOutDate')}
    </button>
  );
}

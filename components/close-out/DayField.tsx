import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './close-out.module.css';

/** A year half typed is a day of the first century: nobody means one of before this. */
const EARLIEST = '1900-01-01';
const LATEST = '9999-12-31';

interface DayFieldProps {
  /** What the day is of, for screen readers. */
  label: string;
  /** `YYYY-MM-DD` or null. */
  value: string | null;
  /** Told once, when the field is left with another day than it had; null: it was emptied. */
  onDay: (day: string | null) => void;
  /** Left; `byKey`: the keyboard stays where the field was. */
  onLeave: (byKey: boolean) => void;
  /** The earliest and the latest day that there may be, if there are such. */
  min?: string | undefined;
  max?: string | undefined;
  /** Whether there may be no day. */
  needed?: boolean;
}

/**
 * A field for a day that takes it once it is whole: on Enter, or when the field is left. Esc leaves the day as it was. What
 * is no day stays in the field, which says what is wrong, and nothing is changed.
 */
export function DayField(props: DayFieldProps) {
  const { label, value, onDay, onLeave, min = EARLIEST, max = LATEST } = props;
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [fault, setFault] = useState('');
  const id = useId();

  /** What is wrong with what stands in the field; empty: nothing. */
  const faultOf = ({ value: typed, validity }: HTMLInputElement): string => {
    if (validity.badInput || (typed !== '' && typed < EARLIEST)) return t('dayHalf');
    if (typed === '') return props.needed ? t('dayNeeded') : '';
    if (typed < min) return t('dayEarly', fullDay(min));
    return typed > max ? t('dayLate', fullDay(max)) : '';
  };
  /** Whether it was taken. */
  const take = (): boolean => {
    if (done.current || !field.current) return true;
    const wrong = faultOf(field.current);
    setFault(wrong);
    if (wrong) return false;
    done.current = true;
    const day = field.current.value || null;
    if (day !== value) onDay(day);
    return true;
  };
  const last = useRef(take);
  last.current = take;
  useLayoutEffect(() => {
    field.current?.focus();
    const leave = () => void last.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <>
      <input
        ref={field}
        type="date"
        class={`field ${styles.dateField}`}
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        defaultValue={value ?? ''}
        min={min}
        max={max}
        onInput={() => setFault('')}
        onBlur={() => take() && onLeave(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            const taken = take();
            // With Ctrl the form around it is finished, unless the day is none.
            if ((event.ctrlKey || event.metaKey) && taken) return;
            event.preventDefault();
            event.stopPropagation();
            if (taken) onLeave(true);
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            done.current = true;
            onLeave(true);
          }
        }}
      />
      {fault && (
        <p class={`error ${styles.fault}`} id={id} role="alert">
          <Icon name="warning" size={14} />
          {fault}
        </p>
      )}
    </>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { DayField } from '../close-out/DayField.tsx';
import { dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';

interface ReviewDayProps {
  /** `YYYY-MM-DD`; undefined: none is set. */
  day: string | undefined;
  today: string;
  onDay: (day: string) => void;
}

/**
 * The day on which a series is looked at, which a press turns into a field: stored when the field is left, not at each
 * key. The calendar page tells the end of a recurrence in translated words only, so the user says it here.
 */
export function ReviewDay({ day, today, onDay }: ReviewDayProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (back.current && !open) button.current?.focus();
    back.current = false;
  }, [open]);
  if (open) {
    return (
      <DayField
        label={t('person_page_review')}
        value={day ?? null}
        min={today}
        needed
        onDay={(chosen) => chosen && onDay(chosen)}
        onLeave={(byKey) => {
          back.current = byKey;
          setOpen(false);
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      class="link"
      aria-label={`${t('person_page_review')}: ${day ? fullDay(day) : t('person_page_review_none')}`}
      onClick={() => setOpen(true)}
    >
      {day ? (
        <time dateTime={day} title={fullDay(day)}>
          {dayText(day, today)}
        </time>
      ) : (
        t('person_page_review_none')
      )}
      <Icon name="edit" size={12} />
    </button>
  );
}

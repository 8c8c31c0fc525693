import { useId, useRef, useState } from 'preact/hooks';
import { readCeiling } from '../../prep/load-line.ts';
import { firstDayOf, readLoad, setCeiling, setPeerDay, type WeekLoad } from '../../storage/load-line.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './Hints.module.css';

/** The week's talks with peers in number and hours, and the user's own ceiling; a warning only above it. */
export function LoadLine({ now, first }: { now: Date; first?: WeekLoad | undefined }) {
  const day = now.toDateString();
  const { value } = useLive(() => readLoad(now), [day], first);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!value || (value.count === 0 && value.ceiling === null && value.peerDay === null && !editing))
    return null;
  const { count, minutes, over, ceiling, peerDay } = value;
  const close = () => {
    setEditing(false);
    button.current?.focus();
  };
  return (
    <section class="sec" aria-label={t('hint_load')}>
      <p class={`meta ${styles.load}`}>
        <span>
          {plural('hint_week', count)}
          {minutes > 0 && `, ${hours(minutes)}`}
          {over > 0 && (
            <span class="late">
              {', '}
              {t('hint_over', hours(over), hours((ceiling ?? 0) * 60))}
            </span>
          )}
        </span>{' '}
        <button
          ref={button}
          type="button"
          class="link"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {ceiling === null ? t('hint_set_ceiling') : t('hint_ceiling_is', hours(ceiling * 60))}
        </button>
      </p>
      {peerDay === now.getDay() && <p class="meta">{t('hint_peer_day_today')}</p>}
      {over > 0 && <p class="meta">{t('hint_async')}</p>}
      {editing && (
        <div class={styles.week}>
          <CeilingField ceiling={ceiling} onClose={close} />
          <PeerDay peerDay={peerDay} />
        </div>
      )}
    </section>
  );
}

/** The day for peers, chosen at once: a series that is begun from here falls on it. */
function PeerDay({ peerDay }: { peerDay: number | null }) {
  const attempt = useAttempt();
  const id = useId();
  const first = firstDayOf(locale());
  // 4 January 1970 was a Sunday.
  const name = (day: number) =>
    new Date(1970, 0, 4 + day, 12).toLocaleDateString(locale(), { weekday: 'long' });
  return (
    <div>
      <label class="label" for={id}>
        {t('hint_peer_day')}
      </label>
      <select
        id={id}
        class="field"
        value={peerDay === null ? '' : String(peerDay)}
        onChange={({ currentTarget: { value } }) =>
          attempt(() => setPeerDay(value === '' ? null : Number(value)))
        }
      >
        <option value="">{t('hint_peer_day_any')}</option>
        {Array.from({ length: 7 }, (_, index) => (first + index) % 7).map((day) => (
          <option key={day} value={String(day)}>
            {name(day)}
          </option>
        ))}
      </select>
    </div>
  );
}

function CeilingField({ ceiling, onClose }: { ceiling: number | null; onClose: () => void }) {
  const [text, setText] = useState(ceiling === null ? '' : String(ceiling));
  const [wrong, setWrong] = useState(false);
  const attempt = useAttempt();
  const id = useId();
  const save = async () => {
    const hours = readCeiling(text);
    if (hours === undefined) return setWrong(true);
    if (await attempt(() => setCeiling(hours))) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label class="label" for={id}>
        {t('hint_ceiling')}
      </label>
      <div class="row">
        <input
          id={id}
          class={`field ${styles.hours}`}
          inputMode="decimal"
          maxLength={8}
          value={text}
          ref={focus}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="btn">
          {t('hint_save')}
        </button>
      </div>
      {wrong && (
        <p class="error" id={`${id}-wrong`} role="alert">
          <Icon name="warning" size={14} />
          {t('hint_no_ceiling')}
        </p>
      )}
    </form>
  );
}

const focus = (field: HTMLInputElement | null) => {
  if (field && document.activeElement !== field && !field.dataset.focused) {
    field.dataset.focused = '';
    field.focus();
  }
};

/** "4.5 h" in the user's language. */
function hours(minutes: number): string {
  return t('hint_hours', (Math.round(minutes / 6) / 10).toLocaleString(locale()));
}

import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import {
  deleteOldNotes,
  oldNotes,
  RETENTION_MONTHS,
  readRetention,
  setRetention,
} from '../../storage/retention.ts';
import { plural, t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './forget.module.css';

/** After how long notes are offered for deletion, and the offer; nothing goes by itself. */
export function Retention() {
  const id = useId();
  const [months, setMonths] = useState<number>();
  const old = useLive(async () => (await oldNotes(months ?? 0)).length, [months]).value ?? 0;
  const attempt = useAttempt();
  const say = useToast();
  const read = useCallback(() => readRetention().then(setMonths, console.error), []);
  useEffect(() => void read(), [read]);
  if (months === undefined) return null;
  return (
    <section class={styles.part} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('forget_old')}</h2>
      <p>{t('forget_oldHelp')}</p>
      <label class={styles.months}>
        <span class="label">{t('forget_oldAfter')}</span>
        <select
          class="field"
          value={months}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            void attempt(() => setRetention(next)).then(read);
          }}
        >
          {RETENTION_MONTHS.map((one) => (
            <option key={one} value={one}>
              {one === 0 ? t('forget_oldNever') : plural('forget_oldMonths', one)}
            </option>
          ))}
        </select>
      </label>
      {months > 0 && (
        <div class={styles.offer} role="status">
          <span>{old === 0 ? t('forget_oldNone') : plural('forget_oldFound', old)}</span>
          {old > 0 && (
            <button
              type="button"
              class="btn small"
              onClick={() =>
                attempt(async () => {
                  const { count, undo } = await deleteOldNotes(months);
                  say(plural('forget_oldDone', count), undo);
                })
              }
            >
              {t('forget_oldDelete')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

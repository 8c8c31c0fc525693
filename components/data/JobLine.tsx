import { useEffect, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import styles from './data.module.css';
import type { Job } from './useJob.ts';

/** As long as what is under way says nothing: what is quick does not flicker. */
const QUIET_MS = 500;

/** How far something long is, with a way to stop it. */
export function JobLine({ job, label }: { job: Job; label: string }) {
  const [shown, setShown] = useState(false);
  const running = job.step !== undefined;
  useEffect(() => {
    setShown(false);
    if (!running) return;
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [running]);
  const { done, total } = job.step ?? { done: 0, total: 0 };
  return (
    <div role="status">
      {running && shown && (
        <div class={styles.job}>
          <span>{label}</span>
          <progress aria-label={label} {...(total > 0 && { value: Math.min(done, total), max: total })} />
          <button type="button" class="btn small" onClick={job.cancel}>
            {t('uiCancel')}
          </button>
        </div>
      )}
    </div>
  );
}

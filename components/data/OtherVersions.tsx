import type { Note } from '../../prep/records/note.ts';
import { otherVersions, putBelow } from '../../storage/other-versions.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { fullDay, timeText } from '../ui/dates.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './other-versions.module.css';

/** Texts of this meeting's notes that were written elsewhere at the same time: neither is lost, and here they meet. */
export function OtherVersions({ notes }: { notes: readonly Note[] }) {
  const say = useToast();
  const attempt = useAttempt();
  return otherVersions(notes).map((version) => {
    const { other } = version;
    return (
      <section key={other.id} class={styles.other} aria-label={t('data_otherLabel')}>
        <p class="meta">
          {t(
            other.kind === 'said' ? 'data_otherSaid' : 'data_otherBefore',
            fullDay(other.updatedAt),
            timeText(other.updatedAt),
          )}
        </p>
        <p class={styles.text} dir="auto">
          {other.text}
        </p>
        <div class={styles.acts}>
          <button
            type="button"
            class="btn small"
            onClick={() => attempt(async () => say(t('data_putBelowDone'), await putBelow(version)))}
          >
            {t('data_putBelow')}
          </button>
          <button
            type="button"
            class="btn small quiet"
            onClick={() =>
              attempt(async () => say(t('data_otherDeleted'), await remove('notes', [other.id])))
            }
          >
            {t('data_otherDelete')}
          </button>
        </div>
      </section>
    );
  });
}

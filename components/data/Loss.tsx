import { useRef } from 'preact/hooks';
import { bestSnapshot } from '../../prep/backup/keep.ts';
import { acceptLoss, type Sentinel } from '../../storage/sentinel.ts';
import { followSnapshots } from '../../storage/snapshots.ts';
import { plural, t } from '../../storage/words.ts';
import { fullDay, timeText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useFollowed } from '../ui/useFollowed.ts';
import styles from './data.module.css';
import type { Chosen } from './Restore.tsx';
import { chosenSnapshot } from './Snapshots.tsx';

interface LossBannerProps {
  sentinel: Sentinel;
  onChosen: (chosen: Chosen) => void;
}

/** Says that data is gone which nobody deleted, and offers the ways back; nothing is greeted as new meanwhile. */
export function LossBanner({ sentinel, onChosen }: LossBannerProps) {
  const last = bestSnapshot(useFollowed(followSnapshots) ?? []);
  const input = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const { loss, lastBackup } = sentinel;
  if (!loss) return null;
  return (
    <div class={`banner danger ${styles.loss}`} role="alert">
      <Icon name="warning" />
      <h3>{t(loss.kind === 'empty' ? 'data_lostAll' : 'data_lostSome')}</h3>
      <p>{plural('data_lostCounts', loss.is, loss.was)}</p>
      <p>
        {last
          ? plural('data_lastCopy', last.records, fullDay(last.at), timeText(last.at))
          : t('data_noCopies')}{' '}
        {lastBackup && t('data_lastFile', lastBackup.name, fullDay(lastBackup.at), timeText(lastBackup.at))}
      </p>
      <div class="acts">
        {last && (
          <button
            type="button"
            class="btn primary"
            onClick={() =>
              attempt(async () => {
                const chosen = await chosenSnapshot(last);
                if (!chosen) throw new Error('the snapshot is gone');
                onChosen(chosen);
              })
            }
          >
            {t('data_lookAtLast')}
          </button>
        )}
        <button type="button" class={last ? 'btn' : 'btn primary'} onClick={() => input.current?.click()}>
          {t('data_chooseBackup')}
        </button>
        <button type="button" class="btn quiet" onClick={() => attempt(() => acceptLoss())}>
          {t(loss.kind === 'empty' ? 'data_startEmpty' : 'data_isRight')}
        </button>
      </div>
      <input
        ref={input}
        class="vh"
        type="file"
        tabIndex={-1}
        aria-label={t('data_backupForLoss')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onChosen({ name: file.name, file });
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

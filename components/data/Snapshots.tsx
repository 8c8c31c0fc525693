import { useCallback, useId } from 'preact/hooks';
import type { SnapshotInfo, SnapshotReason } from '../../prep/backup/keep.ts';
import { followSnapshots, openSnapshot, takeSnapshot } from '../../storage/snapshots.ts';
import { plural, t, type Word } from '../../storage/words.ts';
import { fullDay, timeText } from '../ui/dates.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { useFollowed } from '../ui/useFollowed.ts';
import styles from './data.module.css';
import type { Chosen } from './Restore.tsx';

const REASONS: Record<SnapshotReason, Word> = {
  time: 'data_whyTime',
  import: 'data_whyImport',
  replace: 'data_whyReplace',
  merge: 'data_whyMerge',
  forget: 'data_whyForget',
  delete: 'data_whyDelete',
  update: 'data_whyUpdate',
};

/** A snapshot as something to restore from; undefined when it is gone. */
export async function chosenSnapshot({ id, at }: SnapshotInfo): Promise<Chosen | undefined> {
  const file = await openSnapshot(id);
  return file && { name: t('data_copyOf', fullDay(at), timeText(at)), file };
}

/** The copies that Peerside keeps by itself, each a way back. */
export function Snapshots({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const id = useId();
  const list = useFollowed(followSnapshots);
  const attempt = useAttempt();
  const look = useCallback(
    (one: SnapshotInfo) =>
      attempt(async () => {
        const chosen = await chosenSnapshot(one);
        if (!chosen) throw new Error('the snapshot is gone');
        onChosen(chosen);
      }),
    [attempt, onChosen],
  );
  return (
    <section class={styles.blk} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('data_copies')}</h2>
      <p>{t('data_copiesHelp')}</p>
      {list?.length === 0 && <p class="hint">{t('data_noCopies')}</p>}
      {list && list.length > 0 && (
        <ul class={styles.snaps}>
          {list.map((one) => (
            <li key={one.id}>
              <span class="grow">{t('data_copyAt', fullDay(one.at), timeText(one.at))}</span>
              <span class="meta">
                {t(REASONS[one.reason])}, {plural('data_records', one.records)}
              </span>
              <button
                type="button"
                class="btn small"
                aria-label={t('data_lookAtCopy', fullDay(one.at), timeText(one.at))}
                onClick={() => look(one)}
              >
                {t('data_look')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class={styles.acts}>
        <button type="button" class="btn" onClick={() => attempt(() => takeSnapshot('time'))}>
          {t('data_keepCopy')}
        </button>
      </div>
    </section>
  );
}

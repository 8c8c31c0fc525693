import { localDay } from '../../storage/record.ts';
import { followSentinel } from '../../storage/sentinel.ts';
import { t } from '../../storage/words.ts';
import { agoText } from '../ui/dates.ts';
import { useFollowed } from '../ui/useFollowed.ts';
import styles from './data.module.css';

/** How old the last backup is, in one line; nothing until it is read. */
export function BackupAge({ now }: { now: Date }) {
  const sentinel = useFollowed(followSentinel);
  if (!sentinel) return null;
  const { lastBackup } = sentinel;
  return (
    <p class={`meta ${styles.line}`}>
      {lastBackup ? t('data_backedUpAgo', agoText(lastBackup.at, localDay(now))) : t('data_notBackedUp')}
    </p>
  );
}

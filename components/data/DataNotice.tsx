import { openOptions } from '../../storage/pages.ts';
import { localDay } from '../../storage/record.ts';
import {
  followReminder,
  isBackupDue,
  REMIND_LATER_DAYS,
  type Reminder,
  remindLater,
} from '../../storage/reminder.ts';
import { followSentinel, type Sentinel } from '../../storage/sentinel.ts';
import { plural, t } from '../../storage/words.ts';
import { agoText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useFollowed } from '../ui/useFollowed.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

interface DataNoticeProps {
  now: Date;
  /** What was read beforehand. */
  sentinel?: Sentinel | undefined;
  reminder?: Reminder | undefined;
}

/** On Today: a newer version that waits, data that is gone, or a backup that is due. Nothing when all is well. */
export function DataNotice(props: DataNoticeProps) {
  return (
    <>
      <UpdateNotice />
      <OfData {...props} />
    </>
  );
}

function OfData({ now, ...first }: DataNoticeProps) {
  const sentinel = useFollowed(followSentinel, first.sentinel);
  const reminder = useFollowed(followReminder, first.reminder);
  const attempt = useAttempt();
  if (sentinel?.loss) {
    const { loss } = sentinel;
    return (
      <div class="banner danger" role="alert">
        <Icon name="warning" />
        <h3>{t(loss.kind === 'empty' ? 'data_lostAll' : 'data_lostSome')}</h3>
        <p>{plural('data_lostCounts', loss.is, loss.was)}</p>
        <div class="acts">
          <button type="button" class="btn primary small" onClick={() => openOptions('data')}>
            {t('data_seeWaysBack')}
          </button>
        </div>
      </div>
    );
  }
  if (!sentinel || !reminder || !isBackupDue(sentinel, reminder, now)) return null;
  const { lastBackup } = sentinel;
  return (
    <div class="banner info" role="status">
      <Icon name="info" />
      <p>{lastBackup ? t('data_due', agoText(lastBackup.at, localDay(now))) : t('data_dueFirst')}</p>
      <div class="acts">
        <button type="button" class="btn small" onClick={() => openOptions('data')}>
          {t('data_backUp')}
        </button>
        <button type="button" class="btn small quiet" onClick={() => attempt(() => remindLater(now))}>
          {plural('data_later', REMIND_LATER_DAYS)}
        </button>
      </div>
    </div>
  );
}

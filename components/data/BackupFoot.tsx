import { openOptions } from '../../storage/pages.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { BackupAge } from './BackupAge.tsx';

/** At the foot of Today: how old the last backup is, and the way to one. */
export function BackupFoot({ now }: { now: Date }) {
  return (
    <>
      <Icon name="download" />
      <span class="grow">
        <BackupAge now={now} />
      </span>
      <button type="button" class="btn quiet small" onClick={() => openOptions('data')}>
        {t('data_backUp')}
      </button>
    </>
  );
}

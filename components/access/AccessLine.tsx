import { followCalendarAccess } from '../../storage/calendar-access.ts';
import { openOptions } from '../../storage/pages.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useFollowed } from '../ui/useFollowed.ts';

/** On Today, while the browser keeps Peerside out of the calendar page: an empty day would be a lie. */
export function AccessLine() {
  if (useFollowed(followCalendarAccess, true)) return null;
  return (
    <div class="banner" role="status">
      <Icon name="warning" />
      <p>{t('accessMissing')}</p>
      <p class="acts">
        <button type="button" class="btn small" onClick={() => openOptions('calendar')}>
          {t('accessSee')}
        </button>
      </p>
    </div>
  );
}

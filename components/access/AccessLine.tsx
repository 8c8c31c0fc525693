import { openOptions } from '../../storage/pages.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useCalendarAccess } from './useCalendarAccess.ts';

/** On Today, while the browser keeps Peerside out of the calendar page: an empty day would be a lie. */
export function AccessLine() {
  if (useCalendarAccess()) return null;
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

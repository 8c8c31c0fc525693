import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';

/** Says that the calendar shows events of which none could be read: an empty day would be a lie. */
export function ReaderNotice({ onReport }: { onReport: () => void }) {
  return (
    <div class="banner" role="status">
      <Icon name="warning" />
      <p>{t('readerBroken')}</p>
      <p class="acts">
        <button type="button" class="btn small" onClick={onReport}>
          {t('readerSee')}
        </button>
      </p>
    </div>
  );
}

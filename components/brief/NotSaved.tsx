import { t } from '../../storage/words.ts';
import { timeText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';

/** Over a note that could not be stored: since when, what to do, and a way to take its words elsewhere. */
export function NotSaved({ since, text }: { since: Date | undefined; text: string }) {
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{t('briefNotSaved', since ? timeText(since.toISOString()) : '')}</h3>
      <p>{t('briefNotSavedHelp')}</p>
      <div class="acts">
        <button type="button" class="btn primary" onClick={() => navigator.clipboard.writeText(text)}>
          {t('briefCopyText')}
        </button>
      </div>
    </div>
  );
}

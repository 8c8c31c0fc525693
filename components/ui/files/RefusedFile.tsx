import { t } from '../../../storage/words.ts';
import { Icon } from '../Icon.tsx';

interface RefusedFileProps {
  /** What is wrong with the file, and what to do: a sentence each. */
  what: string;
  how: string;
  onClose: () => void;
}

/** A file that cannot be taken: why, that nothing was changed, and what to do. */
export function RefusedFile({ what, how, onClose }: RefusedFileProps) {
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{what}</h3>
      <p>
        {t('uiFileUnchanged')} {how}
      </p>
      <div class="acts">
        <button type="button" class="btn" onClick={onClose}>
          {t('uiClose')}
        </button>
      </div>
    </div>
  );
}

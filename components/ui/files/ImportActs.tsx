import { t } from '../../../storage/words.ts';
import { Icon } from '../Icon.tsx';
import styles from './files.module.css';
import type { Import } from './useImport.ts';

interface ImportActsProps {
  state: Import['state'];
  /** What pressing it takes over; undefined: there is nothing to take. */
  label: string | undefined;
  /** Nothing is chosen yet. */
  disabled?: boolean;
  onTake: () => void;
  onDone: () => void;
}

/** The end of an import: taking over what was found, or leaving it. */
export function ImportActs({ state, label, disabled = false, onTake, onDone }: ImportActsProps) {
  const writing = state === 'writing';
  return (
    <>
      {state === 'failed' && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('uiImportFailed')}
        </p>
      )}
      <div class={styles.acts}>
        {label !== undefined && (
          <button
            type="button"
            class="btn primary"
            disabled={disabled && !writing}
            aria-disabled={writing || undefined}
            onClick={onTake}
          >
            {writing ? t('uiImporting') : label}
          </button>
        )}
        <button type="button" class="btn" onClick={onDone}>
          {label === undefined ? t('uiClose') : t('uiCancel')}
        </button>
      </div>
    </>
  );
}

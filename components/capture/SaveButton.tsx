import { t } from '../../storage/words.ts';
import styles from './Capture.module.css';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** Save, with its keys; while it saves it keeps its width and takes no second press. */
export function SaveButton({ busy, onSave }: { busy: boolean; onSave: () => void }) {
  return (
    <button
      type="button"
      class="btn primary"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      aria-disabled={busy || undefined}
      onClick={onSave}
    >
      {t(busy ? 'captureSaving' : 'captureSave')}
      <span class={styles.keys}>{t(IS_MAC ? 'captureKeysMac' : 'captureKeys')}</span>
    </button>
  );
}

import { t } from '../../../storage/words.ts';
import { Icon } from '../Icon.tsx';
import styles from './files.module.css';

interface FileHeadProps {
  name: string;
  /** How large it is, or what is known of it. */
  about: string;
  onOther: () => void;
}

/** Which file was chosen, and the way to another. */
export function FileHead({ name, about, onOther }: FileHeadProps) {
  return (
    <div class={styles.head}>
      <Icon name="file" size={20} />
      <p>
        <strong dir="auto">{name}</strong>
        <br />
        <span class="meta">{about}</span>
      </p>
      <button type="button" class="btn small" onClick={onOther}>
        {t('uiFileOther')}
      </button>
    </div>
  );
}

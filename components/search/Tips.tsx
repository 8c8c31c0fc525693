import { t } from '../../storage/words.ts';
import styles from './Search.module.css';

/** What can be written in the field, while nothing is. */
export function Tips() {
  return (
    <dl class={styles.tips}>
      <dt>with:steve</dt>
      <dd>{t('search_tip_with')}</dd>
      <dt>is:open</dt>
      <dd>{t('search_tip_open')}</dd>
      <dt>after:october</dt>
      <dd>{t('search_tip_days')}</dd>
      <dt>"launch week"</dt>
      <dd>{t('search_tip_quotes')}</dd>
    </dl>
  );
}

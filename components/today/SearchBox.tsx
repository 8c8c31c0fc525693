import { t } from '../../storage/words.ts';
import { addShapes, Icon } from '../ui/Icon.tsx';
import styles from './Today.module.css';

addShapes({ search: 'M2.75 7a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0 -8.5 0ZM10.25 10.25l3.25 3.25' });

/** As wide as the columns below it. */
const LOOK = { color: 'var(--ps-text-2)', textDecoration: 'none', margin: '4px 0', maxWidth: '864px' };

/** Looks like the field that it leads to. */
export function SearchBox() {
  return (
    <a class="field row" style={LOOK} href="#search" aria-keyshortcuts="/">
      <Icon name="search" />
      <span class={styles.words}>{t('search_placeholder')}</span>
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </a>
  );
}

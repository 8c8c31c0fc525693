import { hasFilter } from '../../prep/search-query.ts';
import { plural, t } from '../../storage/words.ts';
import styles from './Search.module.css';
import type { SearchTyping } from './useSearchField.ts';

interface FilterKeysProps {
  typing: SearchTyping;
  /** How many were found; undefined while nothing is looked for. */
  count: number | undefined;
  /** The text that this is the answer to. */
  answered: string | undefined;
}

/** The filters as keys to press, and how much they leave. */
export function FilterKeys({ typing, count, answered }: FilterKeysProps) {
  const begin = (filter: string) => (
    <button type="button" class="chip" onClick={() => typing.begin(filter)}>
      {filter}:
    </button>
  );
  return (
    <fieldset class={styles.keys}>
      <legend class="vh">{t('search_narrow')}</legend>
      {begin('with')}
      <button
        type="button"
        class="chip"
        aria-pressed={hasFilter(typing.text, 'is', 'open')}
        onClick={() => typing.toggle('is', 'open')}
      >
        is:open
      </button>
      {begin('before')}
      {begin('after')}
      <p class="meta" role="status" data-answered={answered}>
        {count !== undefined && plural('search_found', count)}
      </p>
    </fieldset>
  );
}

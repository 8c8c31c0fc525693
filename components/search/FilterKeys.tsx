import { hasFilter } from '../../prep/search-query.ts';
import type { SearchAnswer } from '../../storage/search.ts';
import { plural, t } from '../../storage/words.ts';
import { overText } from './Results.tsx';
import styles from './Search.module.css';
import type { SearchTyping } from './useSearchField.ts';

interface FilterKeysProps {
  typing: SearchTyping;
  /** What was found; undefined while nothing is looked for. */
  answer: Pick<SearchAnswer, 'count' | 'over'> | undefined;
  /** The text that this is the answer to. */
  answered: string | undefined;
}

/** The filters as keys to press, and how much they leave. */
export function FilterKeys({ typing, answer, answered }: FilterKeysProps) {
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
        {answer &&
          (answer.over ? overText('search_found_over', answer.count) : plural('search_found', answer.count))}
      </p>
    </fieldset>
  );
}

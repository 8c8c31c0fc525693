import { useRef } from 'preact/hooks';
import { PERSON_FILTERS, type PersonFilter } from '../../storage/person-history.ts';
import { t } from '../../storage/words.ts';
import { type NoteTag, TAGS, tagText } from './entry-words.ts';
import styles from './Person.module.css';

const FILTER_NAMES: Record<PersonFilter, () => string> = {
  all: () => t('person_page_all'),
  notes: () => t('person_page_notes'),
  promises: () => t('person_page_promises'),
  answers: () => t('person_page_answers'),
  facts: () => t('person_page_facts'),
  decisions: () => t('person_page_decisions'),
};

interface PersonFiltersProps {
  filter: PersonFilter;
  /** Of the notes only; undefined: all of them. */
  tag: NoteTag | undefined;
  /** The day that the list begins on, when it is not the newest. */
  upTo: string | null;
  onFilter: (filter: PersonFilter) => void;
  onTag: (tag: NoteTag | undefined) => void;
  onNewest: () => void;
}

/** Which of a person's records are shown, and from which day on. */
export function PersonFilters({ filter, tag, upTo, onFilter, onTag, onNewest }: PersonFiltersProps) {
  const filters = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      <fieldset class={styles.filters} ref={filters}>
        <legend class="vh">{t('person_page_show')}</legend>
        <div class={`seg full ${styles.seg}`}>
          {PERSON_FILTERS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="person-filter"
                checked={one === filter}
                onChange={() => onFilter(one)}
              />
              {FILTER_NAMES[one]()}
            </label>
          ))}
        </div>
      </fieldset>
      {filter === 'notes' && (
        <fieldset class={styles.tags}>
          <legend class="vh">{t('tag_about')}</legend>
          <div class="chips">
            {TAGS.map((one) => (
              <label key={one} class="chip">
                <input
                  type="checkbox"
                  checked={one === tag}
                  onChange={() => onTag(one === tag ? undefined : one)}
                />
                {tagText(one)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {upTo !== null && (
        <p class="hint">
          {t('person_page_up_to')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              filters.current?.querySelector<HTMLElement>('input:checked')?.focus();
              onNewest();
            }}
          >
            {t('person_page_newest')}
          </button>
        </p>
      )}
    </>
  );
}

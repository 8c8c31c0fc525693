import type { SearchTable } from '../../prep/search-entries.ts';
import { ENOUGH } from '../../prep/search-find.ts';
import type { Hit, HitGroup } from '../../storage/search.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Option } from '../ui/Option.tsx';
import { HitText } from './HitText.tsx';
import styles from './Search.module.css';

/** Something in the list that can be chosen: a hit, or all the others of its kind. */
export type Choosable = { id: string } & ({ hit: Hit } | { more: SearchTable; left: number | undefined });

export const KINDS: Record<SearchTable, { icon: IconName; title: () => string }> = {
  people: { icon: 'people', title: () => t('search_people') },
  actionItems: { icon: 'promise', title: () => t('search_promises') },
  topics: { icon: 'topic', title: () => t('search_topics') },
  decisions: { icon: 'decision', title: () => t('search_decisions') },
  projects: { icon: 'project', title: () => t('search_projects') },
  captures: { icon: 'inbox', title: () => t('search_inbox') },
  notes: { icon: 'note', title: () => t('search_notes') },
  askings: { icon: 'question', title: () => t('search_answers') },
  facts: { icon: 'fact', title: () => t('search_facts') },
  agendas: { icon: 'list', title: () => t('search_agendas') },
  reviews: { icon: 'later', title: () => t('search_reviews') },
};

/** What can be chosen in a group, in its order. */
export function choosables({ table, count, hits, over }: HitGroup): Choosable[] {
  const all: Choosable[] = hits.map((hit) => ({ id: `hit-${table}-${hit.row.id}`, hit }));
  const left = count - hits.length;
  return left > 0 ? [...all, { id: `more-${table}`, more: table, left: over ? undefined : left }] : all;
}

/** "over 1,000": a number to its thousands, as it was not counted to the end. */
export const overText = (key: 'search_over' | 'search_found_over', count: number) =>
  t(key, (Math.floor(count / ENOUGH) * ENOUGH).toLocaleString(locale()));

const moreText = (left: number | undefined) =>
  left === undefined ? t('search_more_of_many') : plural('search_more', left);

interface ResultsProps {
  id: string;
  groups: readonly HitGroup[];
  words: readonly string[];
  names: ReadonlyMap<string, string>;
  today: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
  /** The id of the one that Enter takes. */
  active: string | undefined;
  onPoint: (id: string) => void;
  onChoose: (one: Choosable) => void;
}

/** What was found, by kind. The search field has the focus and names the active one. */
export function Results(props: ResultsProps) {
  const { groups, active } = props;
  return (
    <div class={styles.results} id={props.id} role="listbox" aria-label={t('search_results')}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from.
        <div key={group.table} role="group" aria-labelledby={`of-${group.table}`}>
          <div class={`h2 ${styles.kind}`} id={`of-${group.table}`} role="presentation">
            {KINDS[group.table].title()}{' '}
            <span class="meta">{group.over ? overText('search_over', group.count) : group.count}</span>
          </div>
          {choosables(group).map((one) => (
            <Option
              key={one.id}
              id={one.id}
              class={styles.hit}
              active={one.id === active}
              onPoint={() => props.onPoint(one.id)}
              onChoose={() => props.onChoose(one)}
            >
              <Icon name={'hit' in one ? KINDS[group.table].icon : 'down'} />
              <span class={styles.text}>
                {'hit' in one ? <HitText {...props} hit={one.hit} /> : moreText(one.left)}
              </span>
              {one.id === active && (
                <span aria-hidden="true">
                  <kbd>{t('search_enter')}</kbd>
                </span>
              )}
            </Option>
          ))}
        </div>
      ))}
    </div>
  );
}

import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import type { SearchTable } from '../../prep/search-entries.ts';
import { meetingsAhead } from '../../storage/meetings.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import type { Hit, HitGroup, SearchAnswer } from '../../storage/search.ts';
import { plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { Failure, Loading } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { FilterKeys } from './FilterKeys.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import { type Choosable, choosables, Results } from './Results.tsx';
import styles from './Search.module.css';
import { SearchField } from './SearchField.tsx';
import { Tips } from './Tips.tsx';
import { isEmpty, useSearch } from './useSearch.ts';
import { useSearchField } from './useSearchField.ts';

/** As many more of a kind as come at a time. */
const MORE = 50;
const FEW = {};
const NONE: readonly string[] = [];
/** People who are listed while nothing is looked for. */
const PEOPLE = 6;

export interface SearchPageProps {
  /** What is in the field at first. */
  first: string;
  /** Called with the query as it is, so that the way back leads to it. */
  onOpen: (hit: Hit, query: string) => void;
  onBack: () => void;
}

/** Search over everything, as you type. */
export function SearchPage({ first, onOpen, onBack }: SearchPageProps) {
  const now = useNow();
  const today = localDay(now);
  const everybody = useLive(listPeople, []);
  const people = useMemo(() => everybody.value ?? [], [everybody.value]);
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  const minute = now.toISOString().slice(0, 16);
  const ahead = useLive(() => meetingsAhead(now), [minute]).value ?? NONE;
  const [more, setMore] = useState<Partial<Record<SearchTable, number>>>(FEW);
  const [pointed, setPointed] = useState<string>();
  const chosen = useRef<(one: Choosable) => void>(() => {});
  const id = useId();
  const typing = useSearchField(first, people, () => {
    setPointed(undefined);
    setMore(FEW);
  });
  const { text, offers, toggle } = typing;
  const { standing, query, answer, answered, words, error, vents } = useSearch(text, people, more, now);

  const empty = isEmpty(query);
  const groups = useMemo(
    () => (empty ? everybodyAs(people, more.people ?? PEOPLE) : (answer?.groups ?? [])),
    [empty, answer, people, more],
  );
  const all = useMemo(() => groups.flatMap(choosables), [groups]);
  const list: readonly { id: string }[] = offers.length > 0 ? offers : all;
  const active = (list.find((one) => one.id === pointed) ?? list[0])?.id;

  // The active one stays in sight.
  useLayoutEffect(() => {
    if (pointed && active) document.getElementById(active)?.scrollIntoView?.({ block: 'nearest' });
  }, [active, pointed]);

  const choose = (one: Choosable) => {
    if ('hit' in one) onOpen(one.hit, text);
    else setMore({ ...more, [one.more]: (more[one.more] ?? 0) + MORE });
  };
  chosen.current = choose;
  const marked = offers.length > 0 ? undefined : active;
  // Drawn once for each answer, and not again while the next one is looked for.
  const results = useMemo(
    () =>
      groups.length > 0 && (
        <Results
          id={`${id}-results`}
          groups={groups}
          words={empty ? [] : words}
          names={names}
          today={today}
          notYet={ahead}
          active={marked}
          onPoint={setPointed}
          onChoose={(one) => chosen.current(one)}
        />
      ),
    [id, groups, empty, words, names, today, ahead, marked],
  );

  return (
    <div class="panel">
      <header class={`bar ${styles.bar}`}>
        <button
          type="button"
          class="ib"
          aria-label={t('search_back')}
          title={t('search_back')}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <SearchField
          typing={typing}
          found={all}
          foundId={`${id}-results`}
          problemsId={query.problems.length > 0 ? `${id}-problems` : undefined}
          active={active}
          onPoint={setPointed}
          onChoose={choose}
          onBack={onBack}
        />
      </header>
      <main class="main">
        <h1 class="vh">{t('search_title')}</h1>
        <FilterKeys typing={typing} answer={empty ? undefined : answer} answered={answered} />
        <QueryProblems id={`${id}-problems`} query={query} />
        <h2 class="vh">{t('search_results')}</h2>
        {standing.state === 'failed' && <Failure error={standing.error} />}
        {error !== undefined && standing.state !== 'failed' && <Failure error={error} />}
        {standing.state === 'making' && (
          <p class="hint">
            {t('search_making', standing.done.toLocaleString(), standing.rows.toLocaleString())}
          </p>
        )}
        {standing.state === 'loading' && !empty && <Loading />}
        {results}
        {empty && <Tips />}
        {!empty && answer?.count === 0 && standing.state === 'ready' && <NothingFound query={query} />}
        {!empty && answer && answer.closed > 0 && (
          <p class={`hint ${styles.end}`}>
            {besides(query.open, answer)}{' '}
            <button type="button" class="link" onClick={() => toggle('is', query.open ? 'open' : 'closed')}>
              {t('search_show_closed')}
            </button>
          </p>
        )}
        {vents && answer && (
          <p class={`hint ${styles.end}`}>
            {t('search_no_vents')}{' '}
            <button type="button" class="link" onClick={() => toggle('is', 'vent')}>
              {t('search_show_vents')}
            </button>
          </p>
        )}
      </main>
      <footer class={`foot meta ${styles.foot}`}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('search_key_choose')}
        </span>
        <span>
          <kbd>{t('search_enter')}</kbd> {t('search_key_open')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('search_key_back')}
        </span>
      </footer>
    </div>
  );
}

/** What fits besides, of those that `is:open` or `is:closed` leaves out. */
function besides(open: boolean | undefined, { closed, over }: SearchAnswer): string {
  if (open) return over ? t('search_closed_many') : plural('search_closed', closed);
  return over ? t('search_opened_many') : plural('search_opened', closed);
}

/** Nothing is looked for yet: everybody there is. */
function everybodyAs(people: readonly Person[], shown: number): HitGroup[] {
  if (people.length === 0) return [];
  const hits = people.slice(0, shown).map((row) => ({ table: 'people', row }) as Hit);
  return [{ table: 'people', count: people.length, hits }];
}

function NothingFound({ query }: { query: ReturnType<typeof useSearch>['query'] }) {
  const narrowed =
    query.people.length > 0 ||
    [query.open, query.vent, query.from, query.before].some((one) => one !== undefined);
  return (
    <p class={styles.end}>
      {t('search_none')} {narrowed ? t('search_none_narrowed') : t('search_none_words')}
    </p>
  );
}

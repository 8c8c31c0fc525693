import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import type { SearchTable } from '../../prep/search-entries.ts';
import { completing, hasFilter, peopleNamed, quoted, toggleFilter } from '../../prep/search-query.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import type { Hit, HitGroup } from '../../storage/search.ts';
import { plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { Failure, Loading } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { QueryProblems } from './QueryProblems.tsx';
import { type Choosable, choosables, Results } from './Results.tsx';
import styles from './Search.module.css';
import { Tips } from './Tips.tsx';
import { isEmpty, useSearch } from './useSearch.ts';

/** As many more of a kind as come at a time. */
const MORE = 50;
const FEW = {};
/** People who are listed while nothing is looked for. */
const PEOPLE = 6;
/** The most names that are offered at once. */
const NAMES = 8;

export interface SearchPageProps {
  /** What is in the field at first. */
  first: string;
  /** Called with the query as it is, so that the way back leads to it. */
  onOpen: (hit: Hit, query: string) => void;
  onBack: () => void;
}

/** Search over everything, as you type. The field keeps the focus: arrows choose, Enter opens, Esc goes back. */
export function SearchPage({ first, onOpen, onBack }: SearchPageProps) {
  const now = useNow();
  const today = localDay(now);
  const everybody = useLive(listPeople, []);
  const people = useMemo(() => everybody.value ?? [], [everybody.value]);
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  const [text, setText] = useState(first);
  const [cursor, setCursor] = useState(first.length);
  const [more, setMore] = useState<Partial<Record<SearchTable, number>>>(FEW);
  const [pointed, setPointed] = useState<string>();
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<(one: Choosable) => void>(() => {});
  const id = useId();
  const { standing, query, answer, answered, words, error, vents } = useSearch(text, people, more, now);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(first.length, first.length);
  }, []);

  const empty = isEmpty(query);
  const groups = useMemo(
    () => (empty ? everybodyAs(people, more.people ?? PEOPLE) : (answer?.groups ?? [])),
    [empty, answer, people, more],
  );
  const all = useMemo(() => groups.flatMap(choosables), [groups]);
  const begun = closed ? undefined : completing(text, cursor);
  const offered = begun ? peopleNamed(begun.typed, people).slice(0, NAMES) : [];
  const offers = offered.map((person) => ({ id: `name-${person.id}`, person }));
  const list: { id: string }[] = offers.length > 0 ? offers : all;
  const active = (list.find((one) => one.id === pointed) ?? list[0])?.id;

  // The active one stays in sight.
  useLayoutEffect(() => {
    if (pointed && active) document.getElementById(active)?.scrollIntoView?.({ block: 'nearest' });
  }, [active, pointed]);

  const write = (next: string, at = next.length) => {
    setText(next);
    setCursor(at);
    setPointed(undefined);
    setMore(FEW);
    setClosed(false);
  };
  /** Puts it in the field as well, with the cursor after it. */
  const put = (next: string, at = next.length) => {
    write(next, at);
    if (!field.current) return;
    field.current.value = next;
    field.current.focus();
    field.current.setSelectionRange(at, at);
  };
  const complete = (name: string) => {
    if (!begun) return;
    const whole = quoted(name);
    const rest = text.slice(begun.to);
    put(`${text.slice(0, begun.from)}${whole}${rest === '' ? ' ' : rest}`, begun.from + whole.length + 1);
  };
  const choose = (one: Choosable | undefined) => {
    if (!one) return;
    if ('hit' in one) onOpen(one.hit, text);
    else setMore({ ...more, [one.more]: (more[one.more] ?? 0) + MORE });
  };
  const enter = () => {
    const offer = offers.find((one) => one.id === active);
    if (offer) complete(offer.person.name);
    else choose(all.find((one) => one.id === active));
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = list.findIndex((one) => one.id === active);
    if (event.key === 'ArrowDown') setPointed(list[Math.min(at + 1, list.length - 1)]?.id);
    else if (event.key === 'ArrowUp') setPointed(list[Math.max(at - 1, 0)]?.id);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Tab' && !event.shiftKey && offers.length > 0 && begun?.typed) enter();
    else if (event.key === 'Escape') offers.length > 0 ? setClosed(true) : onBack();
    else return;
    event.preventDefault();
  };
  /** Puts `with:` and its like at the end, ready for what comes after it. */
  const begin = (filter: string) => put(`${text.trimEnd()}${text.trim() === '' ? '' : ' '}${filter}:`);

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
          active={marked}
          onPoint={setPointed}
          onChoose={(one) => chosen.current(one)}
        />
      ),
    [id, groups, empty, words, names, today, marked],
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
        <search class={styles.find}>
          <input
            ref={field}
            class="field"
            type="text"
            role="combobox"
            enterkeyhint="search"
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            maxLength={500}
            aria-label={t('search_everything')}
            placeholder={t('search_placeholder')}
            aria-expanded={list.length > 0}
            aria-controls={offers.length > 0 ? `${id}-names` : all.length > 0 ? `${id}-results` : undefined}
            aria-activedescendant={active}
            aria-autocomplete="list"
            aria-describedby={query.problems.length > 0 ? `${id}-problems` : undefined}
            aria-invalid={query.problems.length > 0 ? true : undefined}
            value={text}
            onInput={(event) =>
              write(event.currentTarget.value, event.currentTarget.selectionStart ?? undefined)
            }
            onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? text.length)}
            onKeyDown={key}
          />
          {text !== '' && (
            <button
              type="button"
              class={`ib s ${styles.clear}`}
              aria-label={t('search_clear')}
              onClick={() => put('')}
            >
              <Icon name="close" size={14} />
            </button>
          )}
          {offers.length > 0 && (
            <div
              class={`menu ${styles.names}`}
              id={`${id}-names`}
              role="listbox"
              aria-label={t('search_people')}
            >
              {offers.map(({ id: option, person }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys for all of them.
                // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one.
                <div
                  key={option}
                  id={option}
                  role="option"
                  aria-selected={option === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => complete(person.name)}
                  onMouseMove={() => setPointed(option)}
                >
                  <bdi>{person.name}</bdi>
                  <bdi class="meta">{[person.role, person.team].filter(Boolean).join(', ')}</bdi>
                </div>
              ))}
            </div>
          )}
        </search>
      </header>
      <main class="main">
        <h1 class="vh">{t('search_title')}</h1>
        <fieldset class={styles.keys}>
          <legend class="vh">{t('search_narrow')}</legend>
          <button type="button" class="chip" onClick={() => begin('with')}>
            with:
          </button>
          <button
            type="button"
            class="chip"
            aria-pressed={hasFilter(text, 'is', 'open')}
            onClick={() => put(toggleFilter(text, 'is', 'open'))}
          >
            is:open
          </button>
          <button type="button" class="chip" onClick={() => begin('before')}>
            before:
          </button>
          <button type="button" class="chip" onClick={() => begin('after')}>
            after:
          </button>
          <p class="meta" role="status" data-answered={answered}>
            {!empty && answer && plural('search_found', answer.count)}
          </p>
        </fieldset>
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
            {plural('search_closed', answer.closed)}{' '}
            <button type="button" class="link" onClick={() => put(toggleFilter(text, 'is', 'open'))}>
              {t('search_show_closed')}
            </button>
          </p>
        )}
        {vents && answer && (
          <p class={`hint ${styles.end}`}>
            {t('search_no_vents')}{' '}
            <button type="button" class="link" onClick={() => put(toggleFilter(text, 'is', 'vent'))}>
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

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import { TRUSTS } from '../../prep/scales.ts';
import { changeActionItem } from '../../storage/action-items.ts';
import { openCover } from '../../storage/cover-sheet.ts';
import { type PeerHint, readHint } from '../../storage/hints.ts';
import { nextTime } from '../../storage/next-time.ts';
import { openOptions } from '../../storage/pages.ts';
import { changePerson } from '../../storage/people.ts';
import {
  dayOfEntry,
  openPersonTab,
  PERSON_FILTERS,
  type PersonData,
  type PersonFilter,
  readPersonPage,
} from '../../storage/person-page.ts';
import { localDay } from '../../storage/record.ts';
import { setReviewDay } from '../../storage/series-review.ts';
import { t } from '../../storage/words.ts';

import { HintLine } from '../hints/HintLine.tsx';
import { PersonPlan } from '../overview/PersonPlan.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { trustText } from '../ui/scale-words.ts';
import '../ui/more-icons.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { Days } from './Days.tsx';
import { type NoteTag, TAGS, tagText } from './entry-words.ts';
import { JoinPeople } from './JoinPeople.tsx';
import styles from './Person.module.css';
import { Rhythm } from './Rhythm.tsx';

const ForgetPerson = lazy(async () => (await import('../forget/ForgetPerson.tsx')).ForgetPerson);

const FILTER_NAMES: Record<PersonFilter, () => string> = {
  all: () => t('person_page_all'),
  notes: () => t('person_page_notes'),
  promises: () => t('person_page_promises'),
  answers: () => t('person_page_answers'),
  facts: () => t('person_page_facts'),
  decisions: () => t('person_page_decisions'),
};

/** About as many entries as come at a time. */
const PAGE = 60;

export interface PersonPageProps {
  personId: string;
  /** A record to show of it: the page begins on its day. */
  entry?: string | undefined;
  onBack: () => void;
  /** Opens the brief of a meeting. */
  onMeeting: (meetingId: string) => void;
  /** Opens the close-out of a meeting that was just logged by hand. */
  onLogged: (meetingId: string) => void;
}

/** Everything about one peer, newest first. */
export function PersonPage({ personId, entry, onBack, onMeeting, onLogged }: PersonPageProps) {
  const now = useNow();
  const [filter, setFilter] = useState<PersonFilter>('all');
  const [tag, setTag] = useState<NoteTag>();
  const [limit, setLimit] = useState(PAGE);
  const [upTo, setUpTo] = useState<string | null>(null);
  const [found, setFound] = useState(entry === undefined);
  const minute = now.toISOString().slice(0, 16);
  const page = useLive(async () => {
    // Read at once, so that nothing moves when it comes.
    const [data, hint] = await Promise.all([
      readPersonPage(personId, { filter, limit, upTo, tag }, now),
      readHint(personId, now).catch(() => undefined),
    ]);
    return { data, hint: hint ?? null };
  }, [personId, filter, limit, upTo, tag, minute]);
  const say = useToast();
  const attempt = useAttempt();

  useEffect(() => {
    if (entry === undefined) return;
    let left = false;
    void dayOfEntry(entry)
      .then((day) => !left && setUpTo(day ?? null))
      .finally(() => !left && setFound(true));
    return () => {
      left = true;
    };
  }, [entry]);

  const tick = (item: ActionItem, kept: boolean) =>
    attempt(async () => {
      const undo = await changeActionItem(item.id, { state: kept ? 'kept' : 'open' });
      if (kept) say(t('briefKeptSaid', item.text), undo);
    });
  return (
    <div class="panel">
      <header class="bar">
        <button type="button" class="btn quiet small" onClick={onBack}>
          <Icon name="back" />
          {t('person_page_back')}
        </button>
        <span class="grow" />
        <IconButton icon="print" name={t('person_page_print')} onClick={() => openCover(personId)} />
        <span class={styles.narrow}>
          <IconButton icon="panel" name={t('person_page_tab')} onClick={() => openPersonTab(personId)} />
        </span>
        <IconButton
          icon="edit"
          name={t('person_page_edit')}
          onClick={() => openOptions(`person/${personId}`)}
        />
      </header>
      <main class="main">
        <Ready live={page}>
          {({ data, hint }) =>
            data && found ? (
              <Person
                data={data}
                hint={hint}
                now={now}
                filter={filter}
                upTo={upTo}
                entry={entry}
                tag={tag}
                onTag={(next) => {
                  setTag(next);
                  setLimit(PAGE);
                }}
                onFilter={(next) => {
                  setFilter(next);
                  setTag(undefined);
                  setLimit(PAGE);
                }}
                onMore={() => setLimit(limit + PAGE)}
                onNewest={() => {
                  setUpTo(null);
                  setLimit(PAGE);
                }}
                onTick={tick}
                onTrust={(trust) => attempt(() => changePerson(personId, { trust }))}
                onMeeting={onMeeting}
                onForgotten={onBack}
                onReview={(day) =>
                  attempt(async () => say(t('person_page_review_on'), await setReviewDay(data, day)))
                }
                onLogged={onLogged}
                onPrepare={() => attempt(async () => onMeeting((await nextTime(personId)).id))}
              />
            ) : (
              !data && <p class="meta">{t('person_page_gone')}</p>
            )
          }
        </Ready>
      </main>
    </div>
  );
}

function IconButton(props: { icon: 'print' | 'panel' | 'edit'; name: string; onClick: () => void }) {
  return (
    <button type="button" class="ib" aria-label={props.name} title={props.name} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}

interface PersonProps {
  data: PersonData;
  hint: PeerHint | null;
  now: Date;
  filter: PersonFilter;
  upTo: string | null;
  entry: string | undefined;
  tag: NoteTag | undefined;
  onFilter: (filter: PersonFilter) => void;
  onTag: (tag: NoteTag | undefined) => void;
  onMore: () => void;
  onNewest: () => void;
  onTick: (item: ActionItem, kept: boolean) => void;
  onTrust: (trust: (typeof TRUSTS)[number]) => void;
  onMeeting: (meetingId: string) => void;
  onPrepare: () => void;
  onReview: (day: string) => void;
  onLogged: (meetingId: string) => void;
  onForgotten: () => void;
}

function Person({ data, hint, now, filter, tag, upTo, entry, ...on }: PersonProps) {
  const { person } = data;
  const today = localDay(now);
  const filters = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      <section class={styles.who}>
        <h1 class="name">
          <bdi>{person.name}</bdi>
        </h1>
        <Choice
          class="btn small plain"
          label={t('briefTrust', trustText(person.trust))}
          value={person.trust}
          options={TRUSTS.map((value) => ({ value, text: trustText(value) }))}
          onChoose={on.onTrust}
        >
          {trustText(person.trust)}
          <Icon name="down" size={12} />
        </Choice>
        <p class="meta">
          <bdi>{[person.role, person.team].filter(Boolean).join(', ')}</bdi>
          {person.archivedAt && ` ${t('person_page_archived')}`}
        </p>
      </section>
      <HintLine personId={person.id} name={person.name} now={now} first={hint} />
      <Rhythm
        data={data}
        today={today}
        onMeeting={on.onMeeting}
        onPrepare={on.onPrepare}
        onReview={on.onReview}
        onLogged={on.onLogged}
      />
      <PersonPlan person={data.person} today={today} />
      <fieldset class={styles.filters} ref={filters}>
        <legend class="vh">{t('person_page_show')}</legend>
        <div class={`seg full ${styles.seg}`}>
          {PERSON_FILTERS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="person-filter"
                checked={one === filter}
                onChange={() => on.onFilter(one)}
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
                  onChange={() => on.onTag(one === tag ? undefined : one)}
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
              on.onNewest();
            }}
          >
            {t('person_page_newest')}
          </button>
        </p>
      )}
      <Days
        days={data.days}
        filter={filter}
        today={today}
        entry={entry}
        onTick={on.onTick}
        onMeeting={on.onMeeting}
      />
      {data.more && (
        <button type="button" class={`btn quiet ${styles.more}`} onClick={on.onMore}>
          {t('person_page_earlier')}
        </button>
      )}
      <div class={styles.more}>
        <JoinPeople person={person} />
        <ForgetPerson personId={person.id} onForgotten={on.onForgotten} />
      </div>
    </>
  );
}

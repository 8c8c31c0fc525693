import { useEffect, useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import { changeActionItem } from '../../storage/action-items.ts';
import { openCover } from '../../storage/cover-sheet.ts';
import { readHint } from '../../storage/hints.ts';
import { nextTime } from '../../storage/next-time.ts';
import { openOptions } from '../../storage/pages.ts';
import { changePerson } from '../../storage/people.ts';
import { dayOfEntry, type PersonFilter } from '../../storage/person-history.ts';
import { openPersonTab, readPersonPage } from '../../storage/person-page.ts';
import { setReviewDay } from '../../storage/series-review.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import type { NoteTag } from './entry-words.ts';
import styles from './Person.module.css';
import { Person } from './Person.tsx';

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

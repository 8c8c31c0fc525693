import type { ActionItem } from '../../prep/records/action-item.ts';
import { TRUSTS } from '../../prep/scales.ts';
import type { PeerHint } from '../../storage/hints.ts';
import type { PersonFilter } from '../../storage/person-history.ts';
import type { PersonData } from '../../storage/person-page.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { HintLine } from '../hints/HintLine.tsx';
import { PersonPlan } from '../overview/PersonPlan.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { trustText } from '../ui/scale-words.ts';
import { Days } from './Days.tsx';
import type { NoteTag } from './entry-words.ts';
import { JoinPeople } from './JoinPeople.tsx';
import styles from './Person.module.css';
import { PersonFilters } from './PersonFilters.tsx';
import { Rhythm } from './Rhythm.tsx';
import { TagLeads } from './TagLeads.tsx';

const ForgetPerson = lazy(async () => (await import('../forget/ForgetPerson.tsx')).ForgetPerson, Loading);

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

/** One peer: who, how often, what is planned, and day by day what there is. */
export function Person({ data, hint, now, filter, tag, upTo, entry, ...on }: PersonProps) {
  const { person } = data;
  const today = localDay(now);
  return (
    <>
      <section class={styles.who}>
        <h1 class="name" title={person.name}>
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
      <PersonFilters
        filter={filter}
        tag={tag}
        upTo={upTo}
        onFilter={on.onFilter}
        onTag={on.onTag}
        onNewest={on.onNewest}
      />
      {tag && <TagLeads person={person} next={data.next} tag={tag} />}
      <Days
        days={data.days}
        notYet={data.ahead}
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

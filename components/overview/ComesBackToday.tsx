import { useRef, useState } from 'preact/hooks';
import { coverage, orderPreviews, stanceOf } from '../../prep/coverage.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Topic } from '../../prep/records/topic.ts';
import {
  type AgreedNext,
  type ComesBackToday as Data,
  putAgreedAway,
  readComesBack,
} from '../../storage/comes-back.ts';
import { changePerson } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { Reviews } from '../series/Reviews.tsx';
import { dayText, namesText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import { Failure } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { AddPreview } from './AddPreview.tsx';
import { Decision } from './Decision.tsx';
import styles from './overview.module.css';

interface ComesBackTodayProps {
  people: Person[];
  now: Date;
  /** What was read beforehand. */
  first?: Data | undefined;
}

/** On Today: what is to be decided again, presented soon with how many have heard of it, looked at, or asked again. */
export function ComesBackToday({ people, now, first }: ComesBackTodayProps) {
  const today = localDay(now);
  const read = useLive(() => readComesBack(now), [today], first);
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (read.state === 'failed' && !read.value) return <Failure error={read.error} />;
  if (!read.value) return null;
  const { decisions, previews, reviews, invited, agreed } = read.value;
  const close = () => {
    setAdding(false);
    button.current?.focus();
  };
  const count = decisions.length + previews.length + reviews.length + invited.length + agreed.length;
  return (
    <section class="sec" aria-labelledby="h-back">
      <header>
        <h2 class="grow" id="h-back">
          {t('backTitle')} {count > 0 && <span class="n">{count}</span>}
        </h2>
        <button
          ref={button}
          type="button"
          class="ib s"
          aria-label={t('backAddPreview')}
          title={t('backAddPreview')}
          onClick={() => setAdding(true)}
        >
          <Icon name="add" />
        </button>
      </header>
      {adding && <AddPreview people={people} today={today} onClose={close} />}
      {count === 0 && !adding && <p class="meta">{t('backNothing')}</p>}
      <ul class={styles.rows}>
        {decisions.map((decision) => (
          <Decision
            key={decision.id}
            decision={decision}
            who={namesOf(decision.personIds, people)}
            today={today}
          />
        ))}
        {orderPreviews(previews).map((topic) => (
          <Preview key={topic.id} topic={topic} people={people} today={today} />
        ))}
        {agreed.map((next) => (
          <Agreed key={next.meetingId} next={next} who={namesOf(next.personIds, people)} today={today} />
        ))}
        {invited.map((person) => (
          <Invited key={person.id} person={person} today={today} />
        ))}
      </ul>
      <Reviews reviews={reviews} people={people} today={today} />
    </section>
  );
}

function namesOf(ids: readonly string[], people: readonly Person[]): string {
  const names = ids.map((id) => people.find((person) => person.id === id)?.name);
  return namesText(names.flatMap((name) => (name ? firstName(name) : [])));
}

function Preview({ topic, people, today }: { topic: Topic; people: readonly Person[]; today: string }) {
  const { heard, of } = coverage(topic);
  const left = topic.personIds.filter((id) => stanceOf(topic, id) === 'not-yet');
  return (
    <li>
      <span class={`meta ${styles.kind}`}>{topic.presentOn && dayText(topic.presentOn, today)}</span>
      <span class={styles.text}>
        <bdi>{topic.text}</bdi>{' '}
        {left.length > 0 && <bdi class="meta">{t('backNotYet', namesOf(left, people))}</bdi>}
      </span>
      <span class="meta nowrap">{t('backHeard', heard, of)}</span>
    </li>
  );
}

function Invited({ person, today }: { person: Person; today: string }) {
  const attempt = useAttempt();
  const say = useToast();
  const { invitation } = person;
  if (!invitation) return null;
  const away = () =>
    attempt(async () => {
      await changePerson(person.id, { invitation: { ...invitation, reminded: true } });
      say(t('backPutAway'), () => changePerson(person.id, { invitation }));
    });
  return (
    <li>
      <span class={`meta ${styles.kind}`}>{t('backAsked')}</span>
      <span class={styles.text}>
        <bdi>{person.name}</bdi> <span class="meta">{t('backAskedOn', dayText(invitation.on, today))}</span>
      </span>
      <button type="button" class="btn small" aria-label={t('backPutAwayOf', person.name)} onClick={away}>
        {t('backPutAwayAct')}
      </button>
    </li>
  );
}

/** A day that was named for the next meeting, until one is known for it, or it is put away. */
function Agreed({ next, who, today }: { next: AgreedNext; who: string; today: string }) {
  const attempt = useAttempt();
  const say = useToast();
  const words = t('backNextWith', who);
  const away = () => attempt(async () => say(t('backPutAway'), await putAgreedAway(next.meetingId)));
  return (
    <li>
      <span class={`meta ${styles.kind}`}>{dayText(next.on, today)}</span>
      <span class={styles.text}>
        <bdi>{words}</bdi>
      </span>
      <button type="button" class="btn small" aria-label={t('backPutAwayOf', words)} onClick={away}>
        {t('backPutAwayAct')}
      </button>
    </li>
  );
}

import { useId } from 'preact/hooks';
import { briefDay } from '../../prep/preview-week.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Person } from '../../prep/records/person.ts';
import { readComesBackWith } from '../../storage/comes-back.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { Reviews } from '../series/Reviews.tsx';
import { dayText } from '../ui/dates.ts';
import { Failure } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { Decision } from './Decision.tsx';
import styles from './overview.module.css';
import { Stance } from './Stance.tsx';

interface ComesBackHereProps {
  meeting: Meeting;
  people: Person[];
  now: Date;
}

/** In a brief, only when there is any: what is to be decided again, what is presented soon, a series to be looked at. */
export function ComesBackHere({ meeting, people, now }: ComesBackHereProps) {
  const today = localDay(now);
  const day = briefDay(meeting, today);
  const ids = people.map(({ id }) => id);
  const read = useLive(() => readComesBackWith(ids, day), [ids.join(), day]);
  const heading = useId();
  if (read.state === 'failed' && !read.value) return <Failure error={read.error} />;
  if (!read.value) return null;
  const { decisions, previews, reviews } = read.value;
  if (decisions.length + previews.length + reviews.length === 0) return null;
  return (
    <section class={`sec ${styles.here}`} aria-labelledby={heading}>
      <h2 class="vh" id={heading}>
        {t('backTitle')}
      </h2>
      <ul class={styles.rows}>
        {decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} today={today} />
        ))}
        {previews.map((topic) => (
          <li key={topic.id}>
            <span class={`meta ${styles.kind}`}>{topic.presentOn && dayText(topic.presentOn, today)}</span>
            <span class={styles.text}>
              <bdi>{topic.text}</bdi> <span class="meta">{t('backPresented')}</span>
            </span>
            <span class={styles.stances}>
              {people
                .filter(({ id }) => topic.personIds.includes(id))
                .map((person) => (
                  <Stance key={person.id} topic={topic} person={person} named={people.length > 1} />
                ))}
            </span>
          </li>
        ))}
      </ul>
      <Reviews reviews={reviews} people={people} today={today} />
    </section>
  );
}

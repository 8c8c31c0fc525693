import { daysBetween } from '../../prep/days.ts';
import type { PersonData } from '../../storage/person-page.ts';
import { t } from '../../storage/words.ts';
import { LastMet } from '../brief/Head.tsx';
import { MeetMenu } from '../cadence/MeetMenu.tsx';
import { cadenceText } from '../people/words.ts';
import { dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Person.module.css';
import { ReviewDay } from './ReviewDay.tsx';

interface RhythmProps {
  data: PersonData;
  today: string;
  onMeeting: (meetingId: string) => void;
  onPrepare: () => void;
  /** Another day to look at the series on. */
  onReview: (day: string) => void;
  /** A meeting was logged by hand. */
  onLogged: (meetingId: string) => void;
}

/** How often the two meet, the picture of it, what comes next, and what they do together. */
export function Rhythm({ data, today, onMeeting, onPrepare, onReview, onLogged }: RhythmProps) {
  const { person, past, next, review, projects, kept } = data;
  return (
    <>
      <LastMet
        person={person}
        cadence={person.cadence}
        past={past}
        start={null}
        now={new Date(`${today}T12:00:00`)}
      />
      <dl class={styles.facts}>
        <div>
          <dt>{t('person_page_cadence')}</dt>
          <dd>
            {cadenceText(person.cadence) || t('person_page_no_cadence')}
            {person.pausedUntil && person.pausedUntil > today ? (
              <span class="meta"> {t('person_page_paused', dayText(person.pausedUntil, today))}</span>
            ) : (
              person.snoozedUntil &&
              person.snoozedUntil > today && (
                <span class="meta"> {t('person_page_snoozed', dayText(person.snoozedUntil, today))}</span>
              )
            )}
          </dd>
        </div>
        <div>
          <dt>{t('person_page_next')}</dt>
          <dd class={styles.next}>
            {next?.start ? (
              <button type="button" class="link" onClick={() => onMeeting(next.id)}>
                <time dateTime={next.start} title={fullDay(next.start)}>
                  {dayText(next.start, today)}
                </time>
                <Icon name="right" size={12} />
              </button>
            ) : (
              <button type="button" class="link" onClick={onPrepare}>
                {t('person_page_prepare')}
                <Icon name="right" size={12} />
              </button>
            )}
            <MeetMenu person={person} today={today} onLogged={onLogged} />
          </dd>
        </div>
        <div>
          <dt>{t('person_page_review')}</dt>
          <dd>
            <ReviewDay day={review?.reviewOn} today={today} onDay={onReview} />
          </dd>
        </div>
        {kept.of > 0 && (
          <div>
            <dt>{t('person_page_kept')}</dt>
            <dd>
              {kept.late > 0
                ? t('person_page_kept_late', kept.kept, kept.of, kept.late)
                : t('person_page_kept_of', kept.kept, kept.of)}
            </dd>
          </div>
        )}
        {projects.map((project) => (
          <div key={project.id}>
            <dt>{t('person_page_project')}</dt>
            <dd>
              <bdi>{project.title}</bdi>,{' '}
              {t(
                'person_page_project_day',
                daysBetween(project.startedOn, today) + 1,
                daysBetween(project.startedOn, project.targetOn),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

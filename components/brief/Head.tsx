import type { ComponentChildren } from 'preact';
import { standing } from '../../prep/cadence.ts';
import { cadenceOn } from '../../prep/ramp.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Cadence, Person } from '../../prep/records/person.ts';
import type { Trust } from '../../prep/records/question.ts';
import { TRUSTS } from '../../prep/scales.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { agoText, dayText, fullDay, soonText, timeText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import { trustText } from '../ui/scale-words.ts';
import { CadencePicture } from './CadencePicture.tsx';
import styles from './Head.module.css';

interface WhenProps {
  start: string | null;
  end: string | null;
  /** Known where the time of day is not. */
  day: string | null;
  now: Date;
}

/** Today's meetings by their time, others by their day as well. */
export function When({ start, end, day, now }: WhenProps) {
  const today = localDay(now);
  if (!start) return <p class="meta">{day ? dayText(day, today) : t('briefNoTime')}</p>;
  const soon = soonText(start, now);
  const going = Date.parse(start) <= now.getTime() && end !== null && now.getTime() < Date.parse(end);
  return (
    <p class="meta">
      <time dateTime={start} title={fullDay(start)}>
        {localDay(new Date(start)) === today ? '' : `${dayText(start, today)}, `}
        {timeText(start)}
      </time>{' '}
      {(soon || going) && <span class={styles.soon}>{soon ?? t('briefNow')}</span>}
    </p>
  );
}

interface HeadProps {
  person: Person;
  /** That the meeting is judged by. */
  cadence: Cadence | null;
  /** Newest first. */
  past: Meeting[];
  start: string | null;
  now: Date;
  /** One of several: the heading of the meeting, with its time, stands above already. */
  inGroup?: boolean;
  /** When it is. */
  children: ComponentChildren;
  onTrust: (trust: Trust) => void;
}

/** Who, role and team, trust, when; last met against the cadence, in words and as a picture. */
export function Head({ person, cadence, past, start, now, inGroup, onTrust, children }: HeadProps) {
  const Heading = inGroup ? 'h2' : 'h1';
  const name = (
    <a href={`#person/${encodeURIComponent(person.id)}`}>
      <bdi>{person.name}</bdi>
    </a>
  );
  return (
    <>
      <section class={styles.who}>
        <Heading class="name" title={person.name}>
          {name}
        </Heading>
        <Choice
          class="btn small plain"
          label={t('briefTrust', trustText(person.trust))}
          value={person.trust}
          options={TRUSTS.map((value) => ({ value, text: trustText(value) }))}
          onChoose={onTrust}
        >
          {trustText(person.trust)}
          <Icon name="down" size={12} />
        </Choice>
        <p class="meta">
          <bdi>{[person.role, person.team].filter(Boolean).join(', ')}</bdi>
        </p>
        {!inGroup && children}
      </section>
      <LastMet person={person} cadence={cadence} past={past} start={start} now={now} />
    </>
  );
}

const STANDING = {
  early: 'briefEarly',
  'in-time': 'briefInTime',
  'time-to-meet': 'briefTimeToMeet',
  late: 'briefLater',
} as const;

/** "Met 3 weeks ago, in time", and the picture that says the same. */
export function LastMet(
  props: Pick<HeadProps, 'person' | 'cadence' | 'past' | 'start' | 'now'> & { named?: boolean },
) {
  const { person, past, start, now } = props;
  const today = localDay(now);
  const days = past.flatMap((meeting) => (meeting.start ? localDay(new Date(meeting.start)) : []));
  const last = days[0];
  if (last === undefined) {
    const words = t('briefFirst', person.name);
    return (
      <p class={`meta ${styles.first}`} title={words}>
        {words}
      </p>
    );
  }
  const meeting = start ? localDay(new Date(start)) : null;
  const on = meeting ?? today;
  const cadence = cadenceOn({ ...person, cadence: props.cadence }, on);
  const { state } = standing(last, on, cadence, person.pausedUntil);
  const verdict = state in STANDING ? t(STANDING[state as keyof typeof STANDING]) : '';
  return (
    <figure class={`${styles.pic} ${props.named ? styles.named : ''}`}>
      <figcaption class="meta">
        {props.named && (
          <>
            <strong title={person.name}>
              <bdi>{firstName(person.name)}</bdi>
            </strong>{' '}
          </>
        )}
        <span title={fullDay(last)}>
          {props.named ? agoText(last, today) : <strong>{t('briefMet', agoText(last, today))}</strong>}
          {verdict && (
            <>
              , <span class={state === 'late' ? 'late' : ''}>{verdict}</span>
            </>
          )}
        </span>
      </figcaption>
      <CadencePicture
        past={[...days].reverse()}
        meeting={meeting}
        today={today}
        cadence={cadence}
        width={props.named ? 120 : 176}
        height={props.named ? 16 : 24}
      />
    </figure>
  );
}

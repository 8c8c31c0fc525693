import type { Person } from '../../prep/records/person.ts';
import type { TodayData } from '../../storage/today.ts';
import { plural, t } from '../../storage/words.ts';
import { namesText, soonText, timeText } from '../ui/dates.ts';
import styles from './Meetings.module.css';

type TodayMeeting = TodayData['meetings'][number];

interface MeetingsProps {
  meetings: TodayMeeting[];
  people: Person[];
  now: Date;
  /** The page could not be read: that there is no meeting is not known. */
  unread: boolean;
  onPrepare: (meetingId: string) => void;
  onCloseOut: (meetingId: string) => void;
}

/** The next meeting large, the rest of the day below it in order, then the days that follow. */
export function Meetings({ meetings, people, now, unread, onPrepare, onCloseOut }: MeetingsProps) {
  // One whose hour is not known may still come, all day long; one that was closed out early is over.
  const ended = ({ start, end, closing }: TodayMeeting) =>
    closing !== null || (start !== null && Date.parse(end ?? start) <= now.getTime());
  const next = meetings.find((meeting) => !ended(meeting));
  const who = (meeting: TodayMeeting) =>
    namesText(meeting.personIds.flatMap((id) => people.find((person) => person.id === id)?.name ?? []));
  return (
    <section aria-labelledby="h-meet">
      <h2 class="vh" id="h-meet">
        {t('todayMeetings')}
      </h2>
      {meetings.length === 0 && !unread && <p class={`meta ${styles.none}`}>{t('todayNoMeetings')}</p>}
      {next && <Next meeting={next} who={who(next)} now={now} onPrepare={onPrepare} />}
      <ul class={styles.meets}>
        {meetings
          .filter((meeting) => meeting !== next)
          .map((meeting) => (
            <li key={meeting.id} class={ended(meeting) ? styles.past : ''}>
              <Hour start={meeting.start} />
              <span class={styles.who}>
                <bdi>{who(meeting)}</bdi>
                <bdi class="meta">
                  {ended(meeting) && !meeting.closing ? t('closeOutNotYet') : meeting.title}
                </bdi>
              </span>
              {ended(meeting) && !meeting.closing ? (
                <button
                  type="button"
                  class="btn small"
                  aria-label={t('closeOutTitle', who(meeting))}
                  onClick={() => onCloseOut(meeting.id)}
                >
                  {t('closeOutAct')}
                </button>
              ) : (
                <button
                  type="button"
                  class="btn small"
                  aria-label={t(ended(meeting) ? 'todayOpenWith' : 'todayPrepareWith', who(meeting))}
                  onClick={() => onPrepare(meeting.id)}
                >
                  {ended(meeting) ? t('todayOpen') : t('todayPrepare')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** When it is on its day; an hour that the calendar did not show is said not to be known. */
function Hour({ start, end }: { start: string | null; end?: string | null }) {
  if (!start) return <span class="meta">{t('briefNoTime')}</span>;
  return (
    <time dateTime={start}>
      {timeText(start)}
      {end && `–${timeText(end)}`}
    </time>
  );
}

function Next(props: {
  meeting: TodayMeeting;
  who: string;
  now: Date;
  onPrepare: (meetingId: string) => void;
}) {
  const { meeting, who, now } = props;
  const soon = meeting.start ? soonText(meeting.start, now) : undefined;
  const started = meeting.start !== null && Date.parse(meeting.start) <= now.getTime();
  const { openItems, lateItems, openTopics } = meeting;
  return (
    <article class={styles.next} aria-labelledby="next-name">
      <p class={styles.top}>
        <strong>{started ? t('todayNowOn') : soon ? t('todayNext', soon) : t('todayNextPlain')}</strong>
        <span class="grow" />
        <Hour start={meeting.start} end={meeting.end} />
      </p>
      <h3 id="next-name">
        <bdi>{who}</bdi>
      </h3>
      <p class={styles.sum}>
        {openItems > 0 ? plural('todayPromises', openItems) : t('todayNoPromises')}
        {lateItems > 0 && (
          <>
            , <span class="late">{plural('todayLate', lateItems)}</span>
          </>
        )}
        {openTopics > 0 && `, ${plural('todayTopics', openTopics)}`}
      </p>
      <button
        type="button"
        class={`btn primary wide ${styles.act}`}
        aria-label={t('todayPrepareWith', who)}
        onClick={() => props.onPrepare(meeting.id)}
      >
        {t('todayPrepare')}
      </button>
    </article>
  );
}

import { localDay } from '../../storage/record.ts';
import { readWeek, type WeekMeeting } from '../../storage/week.ts';
import { t } from '../../storage/words.ts';
import { dayText, fullDay, namesText, timeText } from '../ui/dates.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './Meetings.module.css';

interface WeekProps {
  now: Date;
  /** What was read beforehand. */
  first?: WeekMeeting[] | undefined;
  onPrepare: (meetingId: string) => void;
}

/** The meetings of the days that follow, in order; nothing while there are none, as the day above says so of itself. */
export function Week({ now, first, onPrepare }: WeekProps) {
  const today = localDay(now);
  const { value = [] } = useLive(() => readWeek(now), [today], first);
  if (value.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-week">
      <header>
        <h2 id="h-week">{t('todayWeek')}</h2>
      </header>
      <ul class={`${styles.meets} ${styles.week}`}>
        {value.map(({ meeting, day, names }) => {
          const who = namesText(names);
          return (
            <li key={meeting.id}>
              <time dateTime={meeting.start ?? day} title={fullDay(meeting.start ?? day)}>
                {dayText(day, today)}
                {meeting.start && ` ${timeText(meeting.start)}`}
              </time>
              <span class={styles.who}>
                <bdi>{who}</bdi>
                <bdi class="meta">{meeting.title}</bdi>
              </span>
              <button
                type="button"
                class="btn small"
                aria-label={t('todayPrepareWith', who)}
                onClick={() => onPrepare(meeting.id)}
              >
                {t('todayPrepare')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

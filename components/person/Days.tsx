import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import { dayAndMonth } from '../../prep/relative.ts';
import type { PersonDay, PersonFilter } from '../../storage/person-history.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { placeText } from '../close-out/words.ts';
import { agoText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './Person.module.css';

interface DaysProps {
  days: readonly PersonDay[];
  filter: PersonFilter;
  today: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
  /** The record that the page was opened for. */
  entry: string | undefined;
  onTick: (item: ActionItem, kept: boolean) => void;
  onMeeting: (meetingId: string) => void;
}

/** What was written, by the day, newest first. */
export function Days({ days, filter, today, notYet, entry, onTick, onMeeting }: DaysProps) {
  if (days.length === 0) {
    return (
      <p class={`meta ${styles.none}`}>
        {t(filter === 'all' ? 'person_page_none' : 'person_page_none_such')}
      </p>
    );
  }
  return (
    <>
      {days.map(({ day, meetings, entries }) => (
        <section key={day} class={styles.day} aria-labelledby={`day-${day}`}>
          <h2 class="h2" id={`day-${day}`}>
            <time dateTime={day} title={fullDay(day)}>
              {dayAndMonth(day, today, locale())}
            </time>{' '}
            <span class="meta">{[agoText(day, today), ...meetings.flatMap(about)].join(', ')}</span>
          </h2>
          {meetings.map((meeting) => (
            <button
              key={meeting.id}
              type="button"
              class={`btn quiet small ${styles.open}`}
              aria-label={t('person_page_open_brief', dayAndMonth(day, today, locale()))}
              onClick={() => onMeeting(meeting.id)}
            >
              {t('person_page_brief')}
              <Icon name="right" size={12} />
            </button>
          ))}
          {entries.length > 0 && (
            <ul class={styles.entries}>
              {entries.map((one) => (
                <EntryRow
                  key={`${one.table} ${one.row.id}`}
                  entry={one}
                  today={today}
                  notYet={notYet}
                  shown={one.row.id === entry}
                  onTick={onTick}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

/** "30 min", "a walk". */
function about({ start, end, place }: Meeting): string[] {
  const minutes = start && end ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : 0;
  return [
    ...(minutes > 0 ? [plural('person_page_minutes', minutes)] : []),
    ...(place ? [placeText(place)] : []),
  ];
}

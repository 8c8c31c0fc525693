import type { CalendarReading } from '../../../prep/formats/file-meeting.ts';
import type { MeetingPlan, MeetingsPlan } from '../../../prep/formats/meeting-plan.ts';
import type { Person } from '../../../prep/records/person.ts';
import { plural, t } from '../../../storage/words.ts';
import { fullDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './formats.module.css';

interface MeetingsByPersonProps {
  meetings: readonly MeetingPlan[];
  people: readonly Person[];
}

/** The meetings to take over, a person at a time; their days behind a disclosure. */
export function MeetingsByPerson({ meetings, people }: MeetingsByPersonProps) {
  const groups = people
    .map((person) => ({ person, all: meetings.filter(({ personIds }) => personIds.includes(person.id)) }))
    .filter(({ all }) => all.length > 0);
  return (
    <section aria-labelledby="format-found">
      <h3 class="h2" id="format-found">
        {t('format_meetingsFound')}
      </h3>
      <ul class={styles.left}>
        {groups.map(({ person, all }) => (
          <li key={person.id}>
            <details>
              <summary>
                <Icon name="right" size={12} />
                <bdi>{plural('format_meetingsWith', all.length, person.name)}</bdi>
              </summary>
              <ul class={styles.days}>
                {all.map(({ eventKey, meeting }) => (
                  <li key={eventKey}>
                    <span class="meta">{fullDay(meeting.day)}</span>
                    <span dir="auto">{meeting.title || t('format_untitled')}</span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LeftOutProps {
  plan: MeetingsPlan;
  reading: CalendarReading;
}

/** What of a calendar file is not taken, counted, and why. */
export function LeftOut({ plan, reading }: LeftOutProps) {
  const here = plan.meetings.filter((one) => one.here).length;
  const lines = [
    here > 0 && plural('format_hereAlready', here),
    plan.withoutPeers > 0 && plural('format_withoutPeers', plan.withoutPeers),
    plan.large > 0 && plural('format_large', plan.large),
    plan.ignored > 0 && plural('format_ignored', plan.ignored),
    plan.declined > 0 && plural('format_declined', plan.declined),
    reading.cancelled > 0 && plural('format_cancelled', reading.cancelled),
    reading.outside > 0 && plural('format_outside', reading.outside),
    reading.cut > 0 && plural('format_cut', reading.cut),
    reading.strangeZones > 0 && plural('format_strangeZone', reading.strangeZones),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="format-left">
      <h3 class="h2" id="format-left">
        {t('format_notTaken')}
      </h3>
      <ul class={styles.counts}>
        {lines.map((line) => (
          <li key={line} class="meta">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

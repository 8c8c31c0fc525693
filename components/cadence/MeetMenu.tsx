import { addDays } from '../../prep/days.ts';
import type { Person } from '../../prep/records/person.ts';
import { addMonths } from '../../prep/series.ts';
import { logMeeting } from '../../storage/log-meeting.ts';
import { changePerson } from '../../storage/people.ts';
import { startSeries } from '../../storage/start-series.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { dayText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';

interface MeetMenuProps {
  person: Person;
  today: string;
  /** A meeting was logged: its close-out may be opened. */
  onLogged: (meetingId: string) => void;
}

/** What else to do about somebody it is time to meet: log that you met, not now, pause, or start a series. */
export function MeetMenu({ person, today, onLogged }: MeetMenuProps) {
  const attempt = useAttempt();
  const say = useToast();
  const until = (day: string, field: 'snoozedUntil' | 'pausedUntil') =>
    attempt(async () => {
      await changePerson(person.id, { [field]: day });
      say(t('cadenceUntil', person.name, dayText(day, today)), () =>
        changePerson(person.id, { [field]: person[field] }),
      );
    });
  const acts = {
    met: () => attempt(async () => onLogged((await logMeeting([person.id])).id)),
    later: () => until(addDays(today, 7), 'snoozedUntil'),
    month: () => until(addMonths(today, 1), 'pausedUntil'),
    quarter: () => until(addMonths(today, 3), 'pausedUntil'),
    series: () => attempt(() => startSeries(person)),
  };
  return (
    <Choice
      class="ib s"
      label={t('cadenceMore', person.name)}
      options={[
        { value: 'met', text: t('cadenceMet') },
        { value: 'later', text: t('cadenceNotNow') },
        { value: 'month', text: t('cadencePauseMonth') },
        { value: 'quarter', text: t('cadencePauseQuarter') },
        { value: 'series', text: t('seriesStart') },
      ]}
      onChoose={(chosen) => acts[chosen]()}
    >
      <Icon name="more" />
    </Choice>
  );
}

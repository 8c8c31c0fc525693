import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cadenceOn } from '../../prep/ramp.ts';
import type { Person } from '../../prep/records/person.ts';
import { timeToMeet } from '../../prep/time-to-meet.ts';
import { plural, t } from '../../storage/words.ts';
import { MeetMenu } from '../cadence/MeetMenu.tsx';
import { agoText } from '../ui/dates.ts';
import styles from './TimeToMeet.module.css';

/** How many are shown at first: after weeks away nearly everybody is due, and the promises stand below them. */
const SHOWN = 8;

interface TimeToMeetProps {
  met: { person: Person; lastMet: string | null }[];
  /** Who is met today anyway, by id. */
  planned: ReadonlySet<string>;
  today: string;
  onMeet: (person: Person) => void;
  /** A meeting was logged by hand. */
  onLogged: (meetingId: string) => void;
}

/** People past the interval that the user wished for, who needs it most first. */
export function TimeToMeet({ met, planned, today, onMeet, onLogged }: TimeToMeetProps) {
  const due = timeToMeet(met, today, planned);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button that showed them is gone: the keyboard goes on with the first of them.
  useLayoutEffect(() => {
    if (all) list.current?.children[SHOWN]?.querySelector('a')?.focus();
  }, [all]);
  if (due.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-due">
      <header>
        <h2 class="grow" id="h-due">
          {t('todayTimeToMeet')} <span class="n">{due.length}</span>
        </h2>
      </header>
      <ul ref={list} class={styles.rows}>
        {due.slice(0, all ? due.length : SHOWN).map(({ person, lastMet, standing }) => (
          <li key={person.id}>
            <span class="grow">
              <a href={`#person/${encodeURIComponent(person.id)}`}>
                <bdi>{person.name}</bdi>
              </a>
              <span class="meta">
                {lastMet && agoText(lastMet, today)}
                {', '}
                {standing.state === 'late' ? (
                  <span class="late">{interval('todayLatest', cadenceOn(person, today)?.latest ?? 0)}</span>
                ) : (
                  interval('todayIdeal', cadenceOn(person, today)?.ideal ?? 0)
                )}
              </span>
            </span>
            <button
              type="button"
              class="btn small"
              aria-label={t('todayPrepareWith', person.name)}
              onClick={() => onMeet(person)}
            >
              {t('todayPrepare')}
            </button>
            <MeetMenu person={person} today={today} onLogged={onLogged} />
          </li>
        ))}
      </ul>
      {!all && due.length > SHOWN && (
        <button type="button" class="btn quiet small" onClick={() => setAll(true)}>
          {plural('peopleShowMore', due.length - SHOWN)}
        </button>
      )}
    </section>
  );
}

/** "you wanted 8 weeks at most": in weeks where the days make whole ones. */
function interval(word: 'todayLatest' | 'todayIdeal', days: number): string {
  return t(word, days % 7 === 0 ? plural('todayWeeks', days / 7) : plural('todayDays', days));
}
